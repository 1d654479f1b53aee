"""A case whose report is being written, after the Board overturned the Chair's first answer."""

from desk.demo.case import case, day
from desk.demo.walk import Walk
from guidance.causes import Cause
from reviews.models import Course, Harm, Reply, Source


@case(
    "dc",
    "report being written, after the Board overturned the Chair's first answer",
    on=day(2023, 10, 9),
    sentence="A girl of 12 was found 90 miles away with adults who exploited her.",
    source=Source.TELEPHONE,
    referrer="Missing persons co-ordinator, Dyffryn Celyn Police",
    harm=Harm.IMPAIRMENT,
    event_on=day(2023, 9, 30),
)
def report_being_written(walk: Walk) -> None:
    walk.add_child(on=day(2023, 10, 10), full_name="Nel Banadlen", born_on="2 February 2011")
    walk.forward(on=day(2023, 10, 16))
    walk.recommend(
        on=day(2023, 11, 13),
        outline=(
            "Child A was 12 and had gone missing six times that summer. She is at home again and in"
            " a new school. A criminal trial ended in June 2024."
        ),
        rationale="Sexual exploitation is known and a serious, lasting impairment is expected.",
        period=(day(2022, 9, 30), day(2023, 9, 30)),
        period_why="The twelve months before she was found.",
    )
    walk.decide(
        on=day(2023, 11, 20),
        reply=Reply.DISAGREE,
        reasons="The trial comes first. I propose to wait for it and to decide then.",
    )
    walk.discuss(
        on=day(2023, 12, 12),
        views=(
            "All agencies but one asked to begin: the panel can work beside the trial, and speak to"
            " witnesses after it. The prosecutor had no objection."
        ),
    )
    walk.decide(
        on=day(2023, 12, 15),
        reply=Reply.FINAL,
        course=Course.CONCISE,
        reasons="I follow the Board. The learning event waits until after the trial.",
    )
    walk.tell_both(recommended_on=day(2023, 11, 15), outcome_on=day(2023, 12, 18))
    walk.plan_dates(on=day(2023, 12, 19))
    walk.set_up_panel(on=day(2024, 1, 22), members=("panel-member", "member-police"))
    walk.agree_terms(on=day(2024, 2, 5))
    walk.ask_agencies("social-services", "police", on=day(2024, 2, 6))
    walk.return_timeline("social-services", on=day(2024, 3, 8), author="panel-member", entries=40)
    walk.return_timeline("police", on=day(2024, 3, 11), author="member-police", entries=29)
    walk.release_timelines(on=day(2024, 3, 18))
    walk.extend_plan(
        Cause.DIARIES,
        Cause.REVIEWER_CAPACITY,
        on=day(2024, 4, 8),
        until=day(2024, 9, 12),
        next_look_on=day(2024, 7, 8),
        words="The reviewer is on leave until August.",
    )
    walk.meet_family(on=day(2024, 8, 12), message="We rang everybody. Nobody rang each other.")
    walk.hear(on=day(2024, 8, 26), told="Chapter 3 is her own account; she has read it.")
    walk.hold_event(
        on=day(2024, 9, 19),
        learning_points=(
            "Six return interviews were held by four people. Nobody read all six. The school knew"
            " who drove the car."
        ),
    )
    walk.extend_plan(
        Cause.REVIEWER_CAPACITY,
        Cause.FAMILY,
        on=day(2024, 9, 23),
        until=day(2025, 1, 16),
        next_look_on=day(2024, 12, 2),
        agreed_by="Board Chair",
    )
    walk.write_report(on=day(2024, 11, 8))
