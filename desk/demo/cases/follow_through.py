"""Cases that have come to the Board: one before acceptance, two after it."""

from desk.demo.case import case, day
from desk.demo.cases.texts import BABY, SCHOOL, TEENAGER
from desk.demo.walk import Walk
from guidance.causes import Cause
from panels.models import Relation
from reviews.capacities import Grade
from reviews.models import Course, Harm, Voice


@case(
    "be",
    "waiting for the Board's acceptance; the Board Chair may only read it, the vice-chair acts",
    on=day(2024, 1, 15),
    sentence="A girl of 14 died by suicide after moving to a new school.",
    referrer="Educational psychologist, Bro Eithin Education Service",
    harm=Harm.DIED,
    event_on=day(2023, 12, 18),
)
def vice_chair_takes_over(walk: Walk) -> None:
    walk.add_child(on=day(2024, 1, 16), full_name="Lleucu Gwyddfid", born_on="9 June 2009")
    walk.forward(on=day(2024, 1, 22))
    walk.declare(
        Grade.MANAGED,
        on=day(2024, 1, 24),
        reason="The team that assessed the family in 2023 reports to me as director.",
        by="board-chair",
    )
    walk.recommend(
        on=day(2024, 2, 19),
        outline=(
            "Child A was 14 and had moved to the area in the summer. Two schools and a mental"
            " health team knew her; a referral to children's services was closed in October."
        ),
        rationale=(
            "She died and emotional abuse is suspected. No limb of the extended criteria is met."
        ),
        period=(day(2022, 12, 18), day(2023, 12, 18)),
        period_why="The twelve months before her death.",
    )
    walk.decide(on=day(2024, 2, 26), by="vice-chair")
    walk.tell_both(recommended_on=day(2024, 2, 21), outcome_on=day(2024, 2, 28))
    walk.plan_dates(on=day(2024, 2, 29))
    walk.set_up_panel(
        on=day(2024, 3, 18),
        members=("panel-member", "member-social-services", "member-health"),
    )
    walk.agree_terms(on=day(2024, 4, 8))
    walk.ask_agencies("social-services", "health", "police", on=day(2024, 4, 9))
    for agency, author, entries in (
        ("social-services", "member-social-services", 9),
        ("health", "member-health", 26),
        ("police", "panel-member", 0),
    ):
        walk.return_timeline(agency, on=day(2024, 5, 17), author=author, entries=entries)
    walk.release_timelines(on=day(2024, 5, 28))
    walk.meet_family(on=day(2024, 6, 17), message="She told the nurse. The nurse told the form.")
    walk.hear(on=day(2024, 6, 17), voice=Voice.DIED)
    walk.hold_event(on=day(2024, 7, 4))
    walk.extend_plan(
        Cause.BETWEEN_MEETINGS,
        Cause.BOARD_TIME,
        on=day(2024, 7, 15),
        until=day(2024, 12, 5),
        next_look_on=day(2024, 11, 25),
    )
    walk.write_report(on=day(2024, 9, 13), texts=SCHOOL)
    walk.sign_statements(on=day(2024, 9, 16))
    walk.outline_plan(on=day(2024, 10, 7))
    walk.agree_report(on=day(2024, 10, 28))


@case(
    "be",
    "accepted; with Welsh Government for two weeks before it is published",
    on=day(2023, 9, 18),
    sentence="A young man of 17 who had been looked after was stabbed and survived.",
    referrer="Head of Service, Bro Eithin Youth Justice Service",
    harm=Harm.LIFE_THREATENING,
    event_on=day(2023, 9, 2),
)
def before_publication(walk: Walk) -> None:
    walk.add_child(on=day(2023, 9, 19), full_name="Jac Troellig", born_on="27 November 2005")
    walk.forward(on=day(2023, 9, 25))
    walk.recommend(
        on=day(2023, 10, 30),
        course=Course.EXTENDED,
        outline=(
            "Child A was 17 and looked after from the age of 13. He had lived in eight places. He"
            " spent six weeks in hospital and lives with a foster carer he chose."
        ),
        rationale=(
            "The injury was potentially life-threatening, criminal exploitation is known, and he"
            " was looked after (reg. 4(3)(b))."
        ),
        period=(day(2021, 9, 2), day(2023, 9, 2)),
        period_why="The last two years, in which he was placed outside the region four times.",
    )
    walk.decide(on=day(2023, 11, 6))
    walk.tell_both(recommended_on=day(2023, 11, 1), outcome_on=day(2023, 11, 8))
    walk.set_up_panel(
        on=day(2023, 12, 4), members=("panel-member", "member-social-services", "member-housing")
    )
    walk.agree_terms(on=day(2024, 1, 8))
    walk.ask_agencies("social-services", "police", "housing", on=day(2024, 1, 10))
    for agency, author, entries in (
        ("social-services", "member-social-services", 88),
        ("police", "panel-member", 41),
        ("housing", "member-housing", 6),
    ):
        walk.return_timeline(agency, on=day(2024, 2, 26), author=author, entries=entries)
    walk.release_timelines(on=day(2024, 3, 11))
    walk.meet_family(Relation.GRANDPARENT, on=day(2024, 4, 15), by="reviewer-local")
    walk.hear(on=day(2024, 4, 22), told="He wrote the foreword himself.", by="reviewer-local")
    walk.hold_event(on=day(2024, 6, 6))
    walk.write_report(on=day(2024, 8, 30), texts=TEENAGER)
    walk.sign_statements(on=day(2024, 9, 2))
    walk.outline_plan(on=day(2024, 9, 9))
    walk.agree_report(on=day(2024, 9, 23))
    walk.send_back(
        on=day(2024, 10, 3), reasons="The Board asks for the health board's actions to be named."
    )
    walk.write_report(on=day(2024, 10, 11), texts=TEENAGER)
    walk.agree_report(on=day(2024, 10, 17))
    walk.accept(on=day(2024, 11, 7), decision="Accepted. The Chair thanks Child A for his words.")
    walk.add_action(
        on=day(2024, 11, 12),
        owner="member-social-services",
        due_on=day(2025, 4, 30),
        learning_point="He moved eight times; each plan began again.",
        text="One plan moves with the young person, and one worker stays for a year.",
    )
    walk.texts_ready(on=day(2024, 11, 13))
    walk.send_report(on=day(2024, 11, 14), planned=day(2024, 12, 2))
    walk.received(on=day(2024, 11, 15))


@case(
    "be",
    "published; an action of its plan is overdue, and a national one was escalated",
    on=day(2023, 3, 13),
    sentence="A baby of four months died while asleep with a parent who had been drinking.",
    referrer="Coroner's officer",
    harm=Harm.DIED,
    event_on=day(2023, 2, 25),
)
def plan_running(walk: Walk) -> None:
    walk.add_child(on=day(2023, 3, 14), full_name="Efa Llygad-y-dydd", born_on="20 October 2022")
    walk.forward(on=day(2023, 3, 20), by="coordinator-before")
    walk.recommend(
        on=day(2023, 4, 17),
        outline="Child A was four months old. A health visitor had talked about safe sleep once.",
        rationale="She died and neglect is suspected. No limb of the extended criteria is met.",
        period=(day(2022, 2, 25), day(2023, 2, 25)),
        period_why="The pregnancy and her life.",
    )
    walk.decide(on=day(2023, 4, 24))
    walk.tell_both(recommended_on=day(2023, 4, 19), outcome_on=day(2023, 4, 26))
    walk.set_up_panel(
        on=day(2023, 5, 15), members=("panel-member", "member-health"), authors=("agency-author",)
    )
    walk.agree_terms(on=day(2023, 5, 22))
    walk.ask_agencies("health", "police", on=day(2023, 5, 23))
    walk.return_timeline("health", on=day(2023, 6, 26), author="agency-author", entries=31)
    walk.return_timeline("police", on=day(2023, 6, 23), author="panel-member", entries=2)
    walk.release_timelines(on=day(2023, 7, 3))
    walk.meet_family(on=day(2023, 7, 17))
    walk.hear(on=day(2023, 7, 17), voice=Voice.DIED)
    walk.hold_event(on=day(2023, 9, 14))
    walk.write_report(on=day(2023, 11, 20), texts=BABY)
    walk.sign_statements(on=day(2023, 11, 21))
    walk.outline_plan(on=day(2023, 11, 27))
    walk.agree_report(on=day(2023, 12, 11))
    walk.accept(on=day(2024, 1, 18))
    walk.add_action(
        on=day(2024, 2, 5),
        owner="agency-author",
        due_on=day(2024, 9, 30),
        learning_point="Safe sleep was talked about once, and not with the father.",
        text="Talk about safe sleep at every contact until six months, with both parents.",
        intended_outcome="Both parents of every baby know what is safe, also after drinking.",
        measure="An audit of 60 records, twice.",
    )
    walk.add_action(
        on=day(2024, 2, 5),
        owner="member-health",
        due_on=day(2025, 1, 31),
        learning_point="Midwives did not know of police calls to the house.",
        text="Agree what police tell midwives of calls to a house with an unborn baby.",
    )
    walk.add_action(
        on=day(2024, 2, 5),
        owner="coordinator-before",
        agency="social-services",
        due_on=day(2024, 10, 31),
        learning_point="The record that parents hold says nothing of drink and sleep.",
        text="National: ask Welsh Government to change the record that every parent holds.",
        intended_outcome="Parents all over Wales read the same words.",
        measure="The next edition of the record.",
    )
    walk.finalise_plan(on=day(2024, 2, 9))
    walk.approve_plan(on=day(2024, 2, 22))
    walk.send_plan(on=day(2024, 2, 26))
    walk.texts_ready(on=day(2024, 2, 12)).check_disclosure(on=day(2024, 2, 19))
    walk.send_report(on=day(2024, 2, 26), planned=day(2024, 3, 18)).received(on=day(2024, 2, 27))
    walk.publish(on=day(2024, 3, 18))
    walk.progress(1, on=day(2024, 6, 10), note="New guidance written; the first audit is planned.")
    walk.progress(
        3,
        on=day(2024, 7, 8),
        note="Escalated: the Board Chair wrote to Welsh Government; an answer is awaited.",
    )
