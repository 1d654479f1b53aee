"""Reviews beside other proceedings: held for a trial, joint with another review, held before it is
published."""

from desk.demo.case import case, day
from desk.demo.cases.texts import BABY, TEENAGER
from desk.demo.walk import Walk
from guidance.causes import Cause
from panels.models import Relation
from reviews.models import (
    AdviceAbout,
    Course,
    Harm,
    Held,
    Lead,
    ProceedingKind,
    Source,
    Voice,
)


@case(
    "be",
    "extended, held up twice by a criminal trial, published in the nineteenth month",
    on=day(2022, 10, 3),
    sentence="A girl of eight died of injuries. Her mother's partner was arrested.",
    source=Source.TELEPHONE,
    referrer="Detective Superintendent, Bro Eithin Police",
    harm=Harm.DIED,
    event_on=day(2022, 9, 29),
)
def held_twice(walk: Walk) -> None:
    walk.add_child(on=day(2022, 10, 4), full_name="Eluned Cegiden", born_on="8 February 2014")
    walk.spell(
        on=day(2022, 10, 4),
        between=(day(2021, 3, 8), day(2022, 6, 20)),
        categories=("physical",),
    )
    walk.relative("Mother of Child A", "mother", on=day(2022, 10, 4), full_name="Ffion Cegiden")
    walk.relative("Partner of the mother", "mothers_partner", on=day(2022, 10, 4))
    walk.forward(on=day(2022, 10, 10))
    walk.recommend(
        on=day(2022, 11, 7),
        course=Course.EXTENDED,
        outline=(
            "Child A was eight and lived with her mother and, since spring, her mother's partner."
            " Her name had been on the child protection register until June. A brother is safe."
        ),
        rationale="She died of abuse, and her name was on the register within the six months.",
        period=(day(2020, 9, 29), day(2022, 9, 29)),
        period_why="The register entry began with an injury in the autumn of 2020.",
    )
    walk.decide(on=day(2022, 11, 14))
    walk.tell_both(recommended_on=day(2022, 11, 9), outcome_on=day(2022, 11, 16))
    walk.proceed_elsewhere(
        ProceedingKind.POLICE,
        "Crown Court",
        on=day(2022, 11, 21),
        lead=Lead.BESIDE,
        hearing=(day(2023, 5, 15), "Trial"),
        held=Held.ALL,
        asked_by="Senior investigating officer",
        agreed_by="Board Chair",
        next_look_on=day(2023, 2, 20),
    )
    walk.plan_dates(on=day(2022, 11, 23))
    walk.look_at_hold(on=day(2023, 2, 20), next_look_on=day(2023, 5, 22))
    walk.extend_plan(
        Cause.CRIMINAL, on=day(2023, 2, 20), until=day(2023, 11, 9), next_look_on=day(2023, 6, 5)
    )
    walk.lift_hold(on=day(2023, 5, 26))
    walk.set_up_panel(
        on=day(2023, 6, 5),
        members=("panel-member", "member-social-services", "member-education", "member-health"),
    )
    walk.agree_terms(on=day(2023, 6, 12))
    walk.ask_agencies("social-services", "health", "education", "police", on=day(2023, 6, 13))
    for agency, author, entries in (
        ("social-services", "member-social-services", 144),
        ("health", "member-health", 61),
        ("education", "member-education", 52),
        ("police", "panel-member", 23),
    ):
        walk.return_timeline(agency, on=day(2023, 7, 14), author=author, entries=entries)
    walk.hold(
        Held.EVENT,
        on=day(2023, 7, 17),
        asked_by="Crown Prosecution Service: the jury was discharged, there is a second trial",
        agreed_by="Panel chair",
        next_look_on=day(2023, 10, 16),
    )
    walk.release_timelines(on=day(2023, 7, 24))
    walk.look_at_hold(on=day(2023, 10, 16), next_look_on=day(2023, 11, 20))
    walk.extend_plan(
        Cause.CRIMINAL,
        Cause.PRACTITIONERS,
        on=day(2023, 10, 16),
        until=day(2024, 3, 14),
        next_look_on=day(2024, 1, 15),
        words="The jury was discharged; the event waits for the second trial.",
        agreed_by="Board Chair",
    )
    walk.lift_hold(on=day(2023, 11, 10))
    walk.meet_family(
        who="Mother of Child A", on=day(2023, 11, 27), message="I told three people. Ask them."
    )
    walk.meet_family(
        who="Partner of the mother",
        on=day(2023, 11, 27),
        why_not="He was convicted; the police asked that he is not approached.",
        by="reviewer-local",
    )
    walk.hear(on=day(2023, 11, 27), voice=Voice.DIED, by="reviewer-local")
    walk.hold_event(on=day(2023, 12, 7), invited=24, attended=21)
    walk.write_report(on=day(2024, 2, 12), texts=TEENAGER).sign_statements(on=day(2024, 2, 13))
    walk.outline_plan(on=day(2024, 2, 19)).agree_report(on=day(2024, 2, 26))
    walk.accept(on=day(2024, 3, 14))
    walk.add_action(
        on=day(2024, 3, 25),
        owner="member-social-services",
        due_on=day(2024, 9, 30),
        learning_point="Nobody met the new partner before the name came off the register.",
        text="No name comes off the register before every adult of the home has been met.",
    )
    walk.add_action(
        on=day(2024, 3, 25),
        owner="member-education",
        due_on=day(2025, 3, 31),
        learning_point="The school kept three notes in three places.",
        text="One record of worries a child, read by one person every Friday.",
    )
    walk.finalise_plan(on=day(2024, 4, 2)).approve_plan(on=day(2024, 4, 11))
    walk.send_plan(on=day(2024, 4, 12))
    walk.texts_ready(on=day(2024, 3, 28)).check_disclosure(on=day(2024, 4, 8))
    walk.send_report(on=day(2024, 4, 12), planned=day(2024, 4, 30)).received(on=day(2024, 4, 15))
    walk.publish(on=day(2024, 4, 30))
    walk.complete(1, on=day(2024, 9, 23), evidence="The new checklist; eight conferences audited.")
    walk.verify(1, on=day(2024, 10, 21))


@case(
    "dc",
    "joint with a domestic homicide review; made extended when more became known",
    on=day(2024, 2, 19),
    sentence="A mother was killed at home and her daughter of seven badly hurt.",
    source=Source.TELEPHONE,
    referrer="Detective Superintendent, Dyffryn Celyn Police",
    harm=Harm.LIFE_THREATENING,
    event_on=day(2024, 2, 16),
)
def joint_with_another(walk: Walk) -> None:
    walk.add_child(on=day(2024, 2, 20), full_name="Tesni Cegid", born_on="1 May 2016")
    walk.forward(on=day(2024, 2, 26))
    walk.recommend(
        on=day(2024, 3, 18),
        outline=(
            "Child A was seven. Police had been to the house six times. She was in hospital for"
            " four weeks and lives with her mother's sister."
        ),
        rationale="The injury was potentially life-threatening and emotional abuse is known.",
        period=(day(2023, 2, 16), day(2024, 2, 16)),
        period_why="The twelve months before, in which the police were called six times.",
        other_review_needs="A domestic homicide review. One panel could serve both.",
    )
    walk.decide(on=day(2024, 3, 25))
    walk.tell_both(recommended_on=day(2024, 3, 20), outcome_on=day(2024, 3, 27))
    walk.proceed_elsewhere(
        ProceedingKind.DOMESTIC_HOMICIDE,
        "Community safety partnership",
        on=day(2024, 4, 8),
        lead=Lead.JOINT,
        questions="What did agencies know of control and threats, and what was the mother told?",
    )
    walk.change_kind(
        on=day(2024, 5, 20),
        reasons=(
            "It became known that Child A had been looked after by the authority for ten days in"
            " October: the criteria for an extended review are met."
        ),
    )
    walk.tell("kind-1", on=day(2024, 5, 22))
    walk.plan_dates(on=day(2024, 5, 23))
    walk.set_up_panel(
        on=day(2024, 6, 3), members=("panel-member", "member-police", "member-health")
    )
    walk.agree_terms(
        on=day(2024, 6, 17),
        questions=(
            "What did agencies know of control and threats?\nWho asked Child A what home was like?"
        ),
    )
    walk.ask_agencies("social-services", "police", "health", "education", on=day(2024, 6, 18))
    walk.return_timeline("police", on=day(2024, 8, 5), author="member-police", entries=38)
    walk.return_timeline("social-services", on=day(2024, 8, 12), author="panel-member", entries=27)
    walk.return_timeline("health", on=day(2024, 10, 14), author="member-health", entries=44)
    walk.extend_plan(
        Cause.OTHER_REVIEW,
        Cause.AGENCY_TIMELINE,
        on=day(2024, 8, 12),
        until=day(2025, 1, 30),
        next_look_on=day(2024, 10, 14),
    )
    walk.look_at_causes(
        Cause.OTHER_REVIEW,
        Cause.AGENCY_TIMELINE,
        on=day(2024, 10, 14),
        next_look_on=day(2024, 12, 16),
    )


@case(
    "dc",
    "accepted; publication is held on legal advice until a family court has ruled",
    on=day(2023, 6, 12),
    sentence="A baby of seven months was shaken. He is blind and cannot walk.",
    referrer="Consultant paediatrician, Holly Vale University Health Board",
    harm=Harm.IMPAIRMENT,
    event_on=day(2023, 5, 30),
)
def publication_held(walk: Walk) -> None:
    walk.add_child(on=day(2023, 6, 13), full_name="Ianto Ysgallen", born_on="25 October 2022")
    walk.forward(on=day(2023, 6, 19))
    walk.recommend(
        on=day(2023, 7, 17),
        outline=(
            "Child A was seven months old. Both parents were under 20 and had been in care. He"
            " lives with foster carers who know sign and touch."
        ),
        rationale="Physical abuse is suspected; the impairment is serious and permanent.",
        period=(day(2022, 5, 30), day(2023, 5, 30)),
        period_why="The pregnancy and his life.",
    )
    walk.decide(on=day(2023, 7, 24))
    walk.tell_both(recommended_on=day(2023, 7, 19), outcome_on=day(2023, 7, 26))
    walk.set_up_panel(on=day(2023, 9, 4), members=("panel-member", "member-health"))
    walk.agree_terms(on=day(2023, 9, 18)).ask_agencies(
        "social-services", "health", on=day(2023, 9, 19)
    )
    walk.return_timeline("social-services", on=day(2023, 10, 20), author="panel-member", entries=48)
    walk.return_timeline("health", on=day(2023, 10, 23), author="member-health", entries=35)
    walk.release_timelines(on=day(2023, 11, 6))
    walk.meet_family(on=day(2023, 11, 27), message="We were children ourselves two years before.")
    walk.meet_family(Relation.FATHER, on=day(2023, 11, 27))
    walk.hear(
        on=day(2023, 12, 4),
        voice=Voice.NOT_SPOKEN_TO,
        why="He does not speak; his foster carers told how he spends his days.",
    )
    walk.hold_event(on=day(2024, 1, 18))
    walk.write_report(on=day(2024, 4, 22), texts=BABY).sign_statements(on=day(2024, 4, 23))
    walk.outline_plan(on=day(2024, 5, 13)).agree_report(on=day(2024, 6, 10))
    walk.accept(on=day(2024, 7, 11))
    walk.add_action(
        on=day(2024, 7, 29),
        owner="member-health",
        due_on=day(2025, 1, 31),
        learning_point="Nobody had told the parents what crying can do to them.",
        text="Every parent under 25 is offered the talk about crying before and after the birth.",
    )
    walk.finalise_plan(on=day(2024, 8, 5)).approve_plan(on=day(2024, 8, 29))
    walk.send_plan(on=day(2024, 9, 2))
    walk.texts_ready(on=day(2024, 8, 19)).check_disclosure(on=day(2024, 8, 27))
    walk.send_report(on=day(2024, 9, 2), planned=day(2024, 10, 7)).received(on=day(2024, 9, 4))
    walk.ask_advice(
        AdviceAbout.PUBLICATION,
        on=day(2024, 9, 24),
        question="May the report appear while the family court has not ruled on his future?",
        asked_by="board-chair",
    )
    walk.give_advice(
        on=day(2024, 10, 1),
        given_by="Solicitor to the Board",
        text="Wait for the judgment. Ask the court in November when it may be expected.",
    )
    walk.proceed_elsewhere(
        ProceedingKind.CARE,
        "Family Court",
        on=day(2024, 10, 2),
        lead=Lead.BESIDE,
        hearing=(day(2025, 1, 13), "Final hearing"),
        held=Held.PUBLICATION,
        asked_by="Solicitor to the Board",
        agreed_by="Board Chair",
        next_look_on=day(2024, 11, 18),
    )
    walk.look_at_hold(on=day(2024, 11, 18), next_look_on=day(2025, 1, 20))
