"""The backward plan: its order, its share of a shorter time, and what is behind."""

import datetime as dt

from guidance.planning import BY_CODE, STEPS, ahead, propose, usual_end

END = dt.date(2026, 8, 28)
BEGUN = dt.date(2026, 3, 6)


def test_every_step_comes_in_its_order_and_the_board_accepts_on_the_last_day():
    days = propose(END, BEGUN)
    assert list(days) == [step.code for step in STEPS]
    assert list(days.values()) == sorted(days.values())
    assert days["report_accepted"] == END
    assert days["event_held"] == END - dt.timedelta(weeks=10)
    assert min(days.values()) >= BEGUN


def test_where_less_time_is_left_every_step_gives_up_the_same_share():
    days = propose(END, END - dt.timedelta(weeks=23) / 2)
    assert days["event_held"] == END - dt.timedelta(weeks=5)
    assert min(days.values()) >= END - dt.timedelta(weeks=23) / 2


def test_the_report_is_with_welsh_government_two_weeks_before_it_is_published():
    days = propose(END, BEGUN)
    assert days["published"] - days["report_sent_to_wg"] >= dt.timedelta(days=14)
    assert days["plan_finalised"] - days["report_accepted"] <= dt.timedelta(weeks=4)


def test_what_lies_before_the_furthest_milestone_is_behind():
    coming = [step.code for step in ahead({"event_held"})]
    assert coming[0] == "learning_points"
    assert {step.code for step in ahead({"report_accepted", "plan_finalised"})} == {
        "report_sent_to_wg",
        "published",
    }
    assert usual_end(BEGUN, ahead({"report_agreed"})) == BEGUN + dt.timedelta(weeks=5)
    assert len(BY_CODE) == len(STEPS)
