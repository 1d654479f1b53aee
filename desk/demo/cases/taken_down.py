"""A concise review, published and taken down after its time, whose plan is not yet finished."""

from desk.demo.case import case, day
from desk.demo.cases.texts import BABY
from desk.demo.walk import Walk
from reviews.models import Harm, Voice


@case(
    "dc",
    "concise, published and taken down; its plan is not yet finished",
    on=day(2022, 9, 5),
    sentence="A boy of two swallowed methadone at home. He has recovered.",
    referrer="Paramedic, Celyn Ambulance NHS Trust",
    harm=Harm.LIFE_THREATENING,
    event_on=day(2022, 8, 30),
)
def plan_unfinished(walk: Walk) -> None:
    walk.add_child(on=day(2022, 9, 6), full_name="Cadi Suran", born_on="1 July 2020")
    walk.forward(on=day(2022, 9, 12))
    walk.recommend(
        on=day(2022, 10, 3),
        outline="Child A was two. A parent in treatment kept the medicine in the kitchen.",
        rationale="Neglect is known and the poisoning was life-threatening (reg. 4(3)(a)).",
        period=(day(2021, 8, 30), day(2022, 8, 30)),
        period_why="The twelve months before the event.",
    )
    walk.decide(on=day(2022, 10, 10))
    walk.tell_both(recommended_on=day(2022, 10, 5), outcome_on=day(2022, 10, 12))
    walk.set_up_panel(on=day(2022, 11, 7), members=("panel-member", "member-health"))
    walk.agree_terms(on=day(2022, 11, 14)).ask_agencies(
        "social-services", "health", on=day(2022, 11, 15)
    )
    walk.return_timeline("social-services", on=day(2022, 12, 14), author="panel-member", entries=8)
    walk.return_timeline("health", on=day(2022, 12, 19), author="member-health", entries=22)
    walk.release_timelines(on=day(2023, 1, 9)).meet_family(on=day(2023, 1, 23))
    walk.hear(
        on=day(2023, 1, 23), voice=Voice.NOT_SPOKEN_TO, why="He is two; his nursery spoke for him."
    )
    walk.hold_event(on=day(2023, 2, 16))
    walk.write_report(on=day(2023, 3, 6), texts=BABY).sign_statements(on=day(2023, 3, 6))
    walk.outline_plan(on=day(2023, 3, 7)).agree_report(on=day(2023, 3, 9))
    walk.accept(on=day(2023, 3, 16))
    walk.add_action(
        on=day(2023, 3, 27),
        owner="member-health",
        due_on=day(2024, 12, 20),
        learning_point="Nobody asked where the medicine is kept.",
        text="A locked box with the first prescription, and a look at it at each visit.",
    )
    walk.finalise_plan(on=day(2023, 4, 11)).approve_plan(on=day(2023, 4, 20))
    walk.send_plan(on=day(2023, 4, 21))
    walk.texts_ready(on=day(2023, 4, 17)).check_disclosure(on=day(2023, 4, 24))
    walk.send_report(on=day(2023, 4, 26), planned=day(2023, 5, 15)).received(on=day(2023, 4, 27))
    walk.publish(on=day(2023, 5, 15)).take_down(
        on=day(2023, 8, 14), why="Given on request since then: write to the business unit."
    )
