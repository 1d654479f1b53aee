"""What a case page says of its dates."""

import datetime as dt

import pytest

from deadlines.clocks import State, dates_of, earliest
from deadlines.services import open_timetable, reach
from guidance.milestones import Milestone
from tests.cast import make_board

pytestmark = pytest.mark.django_db
D = dt.date.fromisoformat


@pytest.fixture
def timetable():
    return open_timetable(make_board(), "CPR-2016", kind="extended")


def clock(timetable, key, today):
    return next(
        date for date in dates_of([timetable], today)[timetable.pk] if date.limit.key == key
    )


@pytest.mark.parametrize(
    "today, state",
    [
        ("2024-09-01", State.RUNNING),
        ("2025-02-13", State.RUNNING),
        ("2025-02-14", State.SOON),
        ("2025-02-28", State.SOON),
        ("2025-03-01", State.LATE),
    ],
)
def test_the_six_months_run_come_near_and_pass(timetable, today, state):
    reach(timetable, Milestone.FORWARDED, D("2024-08-31"))
    date = clock(timetable, "review_complete", D(today))
    assert (date.due_on, date.state) == (D("2025-02-28"), state)
    assert date.departs == (state is State.LATE)


@pytest.mark.parametrize("accepted, departs", [("2025-02-28", False), ("2025-03-01", True)])
def test_what_was_done_late_is_done_and_says_it_departed(timetable, accepted, departs):
    reach(timetable, Milestone.FORWARDED, D("2024-08-31"))
    reach(timetable, Milestone.REPORT_ACCEPTED, D(accepted))
    date = clock(timetable, "review_complete", D("2026-01-01"))
    assert (date.state, date.departs) == (State.DONE, departs)


def test_a_rule_is_shown_with_its_paragraph_and_how_surely_it_is_known(timetable):
    reach(timetable, Milestone.FORWARDED, D("2024-08-31"))
    reach(timetable, Milestone.REPORT_SENT_TO_WG, D("2025-02-17"))
    six = clock(timetable, "review_complete", D("2025-01-01"))
    assert "six months" in six.sentence and "Cordis Bright" in six.citation
    assert "Second-hand" in six.standing
    notice = clock(timetable, "wg_notice_before_publication", D("2025-01-01"))
    assert "Assumed" in notice.standing


def test_publication_waits_from_sending_until_a_receipt_is_known(timetable):
    assert earliest(timetable, "wg_notice_before_publication") is None
    reach(timetable, Milestone.REPORT_SENT_TO_WG, D("2025-02-14"))
    assert earliest(timetable, "wg_notice_before_publication") == D("2025-02-28")
    reach(timetable, Milestone.REPORT_RECEIVED_BY_WG, D("2025-02-17"))
    assert earliest(timetable, "wg_notice_before_publication") == D("2025-03-03")


def test_a_report_may_come_down_after_twelve_weeks(timetable):
    reach(timetable, Milestone.PUBLISHED, D("2025-01-06"))
    assert earliest(timetable, "publication_minimum") == D("2025-03-31")
    assert earliest(timetable, "review_complete") is None
    assert earliest(timetable, "no_such_rule") is None


def test_a_first_allowed_day_is_never_late_but_coming_down_before_it_departs(timetable):
    reach(timetable, Milestone.PUBLISHED, D("2025-01-06"))
    date = clock(timetable, "publication_minimum", D("2026-01-01"))
    assert (date.state, date.is_earliest, date.departs) == (State.RUNNING, True, False)
    reach(timetable, Milestone.PUBLICATION_ENDED, D("2025-03-30"))
    date = clock(timetable, "publication_minimum", D("2026-01-01"))
    assert (date.state, date.departs) == (State.DONE, True)


def test_what_is_open_comes_first_and_the_nearest_before_the_farther(timetable):
    reach(timetable, Milestone.FORWARDED, D("2024-08-31"))
    reach(timetable, Milestone.REPORT_ACCEPTED, D("2025-01-31"))
    reach(timetable, Milestone.REPORT_SENT_TO_WG, D("2025-02-03"))
    keys = [date.limit.key for date in dates_of([timetable], D("2025-02-04"))[timetable.pk]]
    assert keys == ["wg_notice_before_publication", "action_plan_final", "review_complete"]


def test_many_timetables_take_four_queries(timetable, django_assert_num_queries):
    rows = [open_timetable(make_board()) for _ in range(20)]
    for row in rows:
        reach(row, Milestone.FORWARDED, D("2024-08-31"))
    with django_assert_num_queries(4):
        dates = dates_of([timetable, *rows], D("2025-01-01"))
    assert dates[timetable.pk] == []
    assert all(len(dates[row.pk]) == 1 for row in rows)
