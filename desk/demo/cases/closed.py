"""A concise and an extended review from referral to closed."""

from desk.demo.case import case, day
from desk.demo.cases.texts import SCHOOL, TEENAGER
from desk.demo.walk import Walk
from panels.models import Relation
from reviews.models import Course, Harm, Voice


@case(
    "be",
    "concise, closed: within the six months",
    on=day(2022, 2, 7),
    sentence="A girl of 11 with diabetes was admitted in a coma. Her care at home had broken down.",
    referrer="Consultant paediatrician, Gorse Coast University Health Board",
    harm=Harm.LIFE_THREATENING,
    event_on=day(2022, 1, 24),
)
def concise_closed(walk: Walk) -> None:
    walk.add_child(on=day(2022, 2, 8), full_name="Gwenith Hocys", born_on="5 May 2010")
    walk.forward(on=day(2022, 2, 14))
    walk.recommend(
        on=day(2022, 3, 3),
        outline=(
            "Child A was 11 and managed her diabetes largely alone. She missed four clinics in a"
            " year. She has recovered and lives with her aunt."
        ),
        rationale=(
            "Neglect is suspected and her condition was life-threatening (reg. 4(3)(a)). She was"
            " neither on the child protection register nor looked after."
        ),
        period=(day(2021, 1, 24), day(2022, 1, 24)),
        period_why="The twelve months before she was admitted.",
    )
    walk.decide(on=day(2022, 3, 10))
    walk.tell_both(recommended_on=day(2022, 3, 7), outcome_on=day(2022, 3, 14))
    walk.set_up_panel(
        on=day(2022, 3, 17),
        members=("member-health", "member-social-services", "panel-member"),
        authors=("agency-author",),
    )
    walk.agree_terms(on=day(2022, 3, 24))
    walk.ask_agencies("health", "social-services", "police", on=day(2022, 3, 25))
    walk.return_timeline("health", on=day(2022, 4, 26), author="agency-author", entries=37)
    walk.return_timeline("social-services", on=day(2022, 4, 27), author="member-social-services")
    walk.return_timeline("police", on=day(2022, 4, 20), author="panel-member", entries=0)
    walk.release_timelines(on=day(2022, 5, 5))
    walk.meet_family(on=day(2022, 5, 12), message="Nobody asked who gave her the insulin.")
    walk.hear(on=day(2022, 5, 19), told="Chapter 2, and her drawing on the cover.")
    walk.hold_event(on=day(2022, 6, 9))
    walk.write_report(on=day(2022, 6, 24), texts=SCHOOL).sign_statements(on=day(2022, 6, 27))
    walk.outline_plan(on=day(2022, 6, 30)).agree_report(on=day(2022, 7, 7))
    walk.accept(on=day(2022, 7, 21))
    walk.add_action(
        on=day(2022, 8, 1),
        owner="member-health",
        due_on=day(2022, 12, 16),
        learning_point="Missed clinics were recorded as the child's choice.",
        text="A clinic that was not attended is followed by a call to a parent and to the school.",
        intended_outcome="No child carries a long-term illness alone.",
        measure="Every missed clinic of one month, twice a year.",
    )
    walk.finalise_plan(on=day(2022, 8, 4)).approve_plan(on=day(2022, 8, 11))
    walk.send_plan(on=day(2022, 8, 15))
    walk.texts_ready(on=day(2022, 8, 5)).check_disclosure(on=day(2022, 8, 10))
    walk.send_report(on=day(2022, 8, 15), planned=day(2022, 9, 5)).received(on=day(2022, 8, 16))
    walk.publish(on=day(2022, 9, 5)).take_down(on=day(2023, 1, 9))
    walk.complete(1, on=day(2022, 12, 12), evidence="Minutes of the clinic; the audit of November.")
    walk.verify(1, on=day(2023, 1, 16), note="Read the audit and spoke to the diabetes nurses.")
    walk.close(
        on=day(2023, 2, 20),
        difference="In a year, 41 of 43 missed clinics were followed by a call within two days.",
    )


@case(
    "be",
    "extended, closed: held up by an inquest",
    on=day(2021, 2, 22),
    sentence="A young person of 16 who was looked after died by suicide.",
    referrer="Team Manager, Bro Eithin Children's Services",
    harm=Harm.DIED,
    event_on=day(2021, 1, 30),
)
def extended_closed(walk: Walk) -> None:
    walk.add_child(on=day(2021, 2, 23), full_name="Robin Meddyges", born_on="14 January 2005")
    walk.forward(on=day(2021, 3, 1))
    walk.recommend(
        on=day(2021, 3, 25),
        course=Course.EXTENDED,
        outline=(
            "Child A was 16, had been looked after for four years, and lived in a children's home."
            " They had been discharged from a mental health ward in December."
        ),
        rationale=(
            "They died, neglect is suspected, and they were looked after (reg. 4(3)(b)). An"
            " inquest was opened; the coroner has no objection to a review beside it."
        ),
        period=(day(2019, 1, 30), day(2021, 1, 30)),
        period_why="The two years of the last placement.",
    )
    walk.decide(on=day(2021, 4, 1))
    walk.tell_both(recommended_on=day(2021, 3, 29), outcome_on=day(2021, 4, 6))
    walk.set_up_panel(
        on=day(2021, 4, 26),
        members=("panel-member", "member-social-services", "member-health", "member-education"),
    )
    walk.agree_terms(on=day(2021, 5, 10))
    walk.agree_terms(
        on=day(2021, 9, 6),
        questions="As before; and: how was the discharge in December planned with the home?",
        changes="The ward's own inquiry showed that the home had not been at the meeting.",
    )
    walk.ask_agencies("social-services", "health", "education", "police", on=day(2021, 9, 7))
    for agency, author, entries in (
        ("social-services", "member-social-services", 112),
        ("health", "member-health", 95),
        ("education", "member-education", 30),
        ("police", "panel-member", 17),
    ):
        walk.return_timeline(agency, on=day(2021, 10, 11), author=author, entries=entries)
    walk.release_timelines(on=day(2021, 10, 25))
    walk.meet_family(on=day(2021, 11, 8), message="We want the next child to be asked twice.")
    walk.meet_family(Relation.SIBLING, on=day(2021, 11, 8), by="reviewer-local")
    walk.hear(on=day(2021, 11, 8), voice=Voice.DIED, by="reviewer-local")
    walk.hold_event(on=day(2022, 2, 10))
    walk.write_report(on=day(2022, 5, 30), texts=TEENAGER).sign_statements(on=day(2022, 6, 1))
    walk.outline_plan(on=day(2022, 6, 6)).agree_report(on=day(2022, 6, 20))
    walk.accept(on=day(2022, 7, 7))
    walk.add_action(
        on=day(2022, 7, 18),
        owner="member-health",
        due_on=day(2022, 12, 31),
        learning_point="The home learned of the discharge on the day.",
        text="No discharge without a meeting at which the home sits.",
    )
    walk.add_action(
        on=day(2022, 7, 18),
        owner="member-social-services",
        due_on=day(2023, 3, 31),
        learning_point="Four care plans, four workers.",
        text="A looked-after child keeps one worker through a move.",
    )
    walk.finalise_plan(on=day(2022, 8, 1)).approve_plan(on=day(2022, 8, 25))
    walk.send_plan(on=day(2022, 8, 26))
    walk.texts_ready(on=day(2022, 8, 22)).check_disclosure(on=day(2022, 8, 30))
    walk.send_report(on=day(2022, 9, 1), planned=day(2022, 9, 26)).received(on=day(2022, 9, 2))
    walk.publish(on=day(2022, 9, 26))
    walk.complete(
        1, on=day(2022, 12, 20), evidence="The ward's new checklist, and three months of it."
    )
    walk.verify(1, on=day(2023, 1, 23))
    walk.carry_over(
        2, on=day(2023, 5, 15), reasons="It needs the national plan for the workforce; taken there."
    )
    walk.close(
        on=day(2023, 6, 15),
        difference="Since the change the home sat at all 14 discharge meetings.",
    )
