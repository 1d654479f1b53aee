"""Cases between the decision and the report: with the panel, waiting for timelines, before the
learning event."""

from desk.demo.case import case, day
from desk.demo.walk import Walk
from panels.models import Outcome, Relation
from reviews.capacities import Grade
from reviews.models import (
    AdviceAbout,
    Body,
    Country,
    Course,
    Delay,
    Ground,
    Harm,
    Held,
    Lead,
    Leads,
    ProceedingKind,
    Reply,
    Source,
    Voice,
)


@case(
    "dc",
    "panel: terms of reference to be agreed",
    on=day(2024, 8, 5),
    sentence="Merch 16 oed mewn gofal maeth. Bu farw ar y rheilffordd.",
    source=Source.FORM,
    referrer="Plant a Theuluoedd Dyffryn Celyn",
    harm=Harm.DIED,
    event_on=day(2024, 7, 27),
)
def at_the_panel(walk: Walk) -> None:
    walk.add_child("Plentyn A", on=day(2024, 8, 6), full_name="Briallen Wermod")
    walk.forward(on=day(2024, 8, 12))
    walk.recommend(
        on=day(2024, 9, 12),
        course=Course.EXTENDED,
        outline=(
            "Roedd Plentyn A yn 16 oed ac yn derbyn gofal ers dwy flynedd. Bu'n byw gyda thri"
            " theulu maeth gwahanol. Roedd gweithwyr o bum asiantaeth yn ei hadnabod. Mae ei chwaer"
            " yn ddiogel ac yn cael cefnogaeth."
        ),
        rationale=(
            "Bu farw'r plentyn, amheuir esgeulustod, ac roedd yn derbyn gofal ar y diwrnod"
            " (rheoliad 4(3)(b)). Mae'r meini prawf ar gyfer adolygiad estynedig wedi'u bodloni."
        ),
        period=(day(2022, 7, 27), day(2024, 7, 27)),
        period_why="Y ddwy flynedd y bu'n derbyn gofal.",
    )
    walk.decide(on=day(2024, 9, 23))
    walk.tell_both(recommended_on=day(2024, 9, 16), outcome_on=day(2024, 9, 25))
    walk.plan_dates(on=day(2024, 9, 26))
    walk.set_up_panel(on=day(2024, 10, 14), members=("panel-member", "member-health"))


@case(
    "be",
    "timelines: asked for, two have come and one is late",
    on=day(2024, 6, 17),
    sentence="A boy of three was found alone in a car on a hot day and is in hospital.",
    referrer="Sister, Gorse Coast University Health Board",
    harm=Harm.LIFE_THREATENING,
    event_on=day(2024, 6, 12),
)
def waiting_for_timelines(walk: Walk) -> None:
    walk.add_child(on=day(2024, 6, 18), full_name="Macsen Erwain", born_on="4 April 2021")
    walk.forward(on=day(2024, 6, 24))
    walk.recommend(
        on=day(2024, 7, 15),
        outline=(
            "Child A was three. His mother had recently stopped taking medicine for depression and"
            " had missed two appointments. He has recovered and lives with his father."
        ),
        rationale=(
            "Neglect is known and the injury was potentially life-threatening (reg. 4(3)(a))."
        ),
        period=(day(2023, 6, 12), day(2024, 6, 12)),
        period_why="The twelve months before the event.",
    )
    walk.decide(
        on=day(2024, 7, 22),
        reply=Reply.AMEND,
        course=Course.CONCISE,
        reasons="The panel is to ask the general practice for a timeline of its own.",
    )
    walk.tell_both(recommended_on=day(2024, 7, 17), outcome_on=day(2024, 7, 24))
    walk.plan_dates(on=day(2024, 7, 25))
    walk.set_up_panel(
        on=day(2024, 9, 2),
        members=("panel-member", "member-social-services", "member-education"),
        authors=("agency-author",),
    )
    walk.agree_terms(
        on=day(2024, 9, 16),
        questions=(
            "What did agencies know of the mother's health and of what a day with her was like for"
            " Child A?\nHow was his father included?"
        ),
    )
    walk.ask_agencies(
        *("health", "police", "social-services", "education"),
        on=day(2024, 9, 18),
        due_on=day(2024, 11, 1),
    )
    walk.return_timeline("police", on=day(2024, 10, 21), author="panel-member", entries=7)
    walk.return_timeline("education", on=day(2024, 10, 28), author="member-education", entries=19)
    walk.bring_in(
        "dc",
        on=day(2024, 9, 5),
        why="Child A stayed with an aunt in Dyffryn Celyn in the weeks before the event.",
        ground=Ground.RESIDENCE,
    )
    walk.meet_family(
        Relation.FATHER,
        on=day(2024, 11, 14),
        message="He would have come to meetings if somebody had told him of them.",
    )
    walk.meet(
        Body.PANEL,
        *("panel-chair", "reviewer", "panel-member", "member-social-services"),
        on=day(2024, 9, 16),
        away=("member-education",),
        decisions="The terms of reference are agreed. Timelines are wanted by 1 November.",
    )
    walk.plan_meeting(Body.PANEL, on=day(2024, 9, 16), for_day=day(2024, 11, 20), place="Online")
    walk.move_meeting(
        on=day(2024, 11, 12),
        to_day=day(2024, 12, 4),
        reason=Delay.TIMELINE_LATE,
        note="The health board's timeline has not come.",
    )
    walk.proceed_elsewhere(
        ProceedingKind.POLICE,
        "Heddlu'r Eithin",
        on=day(2024, 6, 26),
        lead=Lead.BESIDE,
        hearing=(day(2025, 1, 20), "Plea hearing"),
        held=Held.EVENT,
        asked_by="Senior investigating officer",
        agreed_by="Panel chair",
        next_look_on=day(2024, 11, 25),
    )
    walk.keep_email(
        "Crown Prosecution Service on the learning event",
        "Please hold no event with practitioners who are witnesses before the plea hearing.",
        on=day(2024, 10, 3),
    )
    walk.ask_advice(
        AdviceAbout.DISCLOSURE,
        on=day(2024, 11, 13),
        question="Must the agencies' timelines be disclosed to the prosecution?",
        asked_by="panel-chair",
    )


@case(
    "dc",
    "learning event to be held: two children, a majority, two boards and a country beside",
    on=day(2024, 3, 4),
    sentence="Two brothers of 5 and 7 were found without food or heating in January.",
    source=Source.MEETING,
    referrer="Head teacher, Dyffryn Celyn Learning Service",
    harm=Harm.IMPAIRMENT,
    event_on=day(2024, 1, 29),
)
def before_the_event(walk: Walk) -> None:
    walk.add_child(on=day(2024, 3, 5), full_name="Osian Marchredyn", born_on="16 August 2016")
    walk.add_child("Child B", on=day(2024, 3, 5), full_name="Deio Marchredyn")
    for child, year in (("Child A", 2016), ("Child B", 2018)):
        walk.know(
            child,
            on=day(2024, 3, 6),
            born_year=year,
            sex="male",
            legal_status="no_order",
            lived_with="mother_and_partner",
            setting="primary",
            homes=["1"],
        )
        walk.spell(
            child,
            on=day(2024, 3, 6),
            between=(day(2022, 4, 12), day(2023, 11, 20)),
            categories=("neglect", "emotional"),
        )
    for pseudonym, kin, home, full_name in (
        ("Mother of Children A and B", "mother", "1", "Cadi Marchredyn"),
        ("Partner of the mother", "mothers_partner", "1", ""),
        ("Father of Children A and B", "father", "2", "Idwal Celynnog"),
    ):
        walk.relative(pseudonym, kin, on=day(2024, 3, 6), full_name=full_name, homes=[home])
    walk.forward(on=day(2024, 3, 11))
    walk.answer_criteria(
        on=day(2024, 3, 25),
        abuse="known",
        abuse_kinds=["neglect"],
        happened="impairment",
        event_on=day(2024, 1, 29),
        identified_on=day(2024, 2, 6),
        permanence="permanent",
    )
    walk.set_interest(
        "outsider",
        Grade.OUT,
        on=day(2024, 3, 14),
        reason="Was the family's support worker until January and is named in the records.",
        by="subgroup-chair",
    )
    walk.recommend(
        on=day(2024, 4, 8),
        course=Course.EXTENDED,
        outline=(
            "Children A and B lived with their mother and her partner. Their names were on the"
            " child protection register until November 2023. They are now in foster care together"
            " and doing well."
        ),
        rationale=(
            "Neglect is known, the impairment of Child B's development is serious and permanent,"
            " and both were on the child protection register within six months (reg. 4(3)(b))."
        ),
        period=(day(2022, 1, 29), day(2024, 1, 29)),
        period_why="The names were first put on the child protection register in spring 2022.",
        dissent=(
            "Two of seven members hold that Child B's development may yet recover and that a"
            " concise review would do."
        ),
    )
    walk.decide(on=day(2024, 4, 15))
    walk.tell_both(recommended_on=day(2024, 4, 10), outcome_on=day(2024, 4, 17))
    walk.plan_dates(on=day(2024, 4, 18))
    walk.bring_in(
        "be",
        on=day(2024, 4, 22),
        why="The family lived in Bro Eithin until the autumn of 2022.",
        ground=Ground.AGREED,
        lead_reason="Both boards know the children; the later one leads, by their chairs' letters.",
    )
    walk.agree_with_country(
        Country.ENGLAND,
        "Safeguarding partnership of the county across the border",
        on=day(2024, 5, 7),
        leads=Leads.HERE,
        reference="CSPR 2024-03",
        note="The father's new home. Their police give a timeline; they read the report.",
        government_told_on=day(2024, 5, 9),
    )
    walk.set_up_panel(
        on=day(2024, 5, 13),
        members=("panel-member", "member-police", "member-health"),
        authors=("agency-author",),
    )
    walk.agree_terms(on=day(2024, 5, 28))
    walk.ask_agencies(
        *("social-services", "police", "health", "education", "housing"), on=day(2024, 5, 30)
    )
    walk.return_timeline("social-services", on=day(2024, 6, 27), author="panel-member", entries=61)
    walk.return_timeline("police", on=day(2024, 6, 28), author="member-police", entries=12)
    walk.return_timeline("health", on=day(2024, 7, 3), author="member-health", entries=48)
    walk.return_timeline("education", on=day(2024, 7, 15), author="agency-author", entries=33)
    walk.go_on_without(
        "housing",
        on=day(2024, 9, 2),
        why="Its records were lost when it changed systems; the tenancy file came by letter.",
        waived=True,
    )
    walk.release_timelines(on=day(2024, 9, 9))
    walk.meet_family(
        on=day(2024, 9, 23), outcome=Outcome.DECLINED, who="Mother of Children A and B"
    )
    walk.meet_family(
        Relation.FATHER,
        who="Father of Children A and B",
        on=day(2024, 9, 23),
        why_not="Where he lives is not known; the reviewers go on asking.",
    )
    walk.hear(on=day(2024, 10, 7), by="reviewer-local")
    walk.hear(
        "Child B",
        on=day(2024, 10, 7),
        voice=Voice.NOT_SPOKEN_TO,
        why="He is five; his foster carer and his play therapist spoke for him.",
        by="reviewer-local",
    )
