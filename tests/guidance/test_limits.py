"""The arithmetic of dates: golden days, and thousands of random ones against another reckoning."""

import datetime as dt
import random

import pytest
from dateutil.relativedelta import relativedelta

from guidance import limits
from guidance.editions import edition

D = dt.date.fromisoformat
CPR = edition("CPR-2016")


@pytest.mark.parametrize(
    "forwarded, due",
    [
        ("2024-02-29", "2024-08-29"),
        ("2023-08-31", "2024-02-29"),
        ("2024-08-31", "2025-02-28"),
        ("2024-08-30", "2025-02-28"),
        ("2024-10-31", "2025-04-30"),
        ("2024-12-25", "2025-06-25"),
        ("2024-09-27", "2025-03-27"),
    ],
)
def test_a_review_is_complete_within_six_calendar_months(forwarded, due):
    assert CPR.limit("review_complete").count_from(D(forwarded)) == D(due)


def test_publication_waits_two_weeks_for_welsh_government():
    notice = CPR.limit("wg_notice_before_publication")
    assert notice.count_back_from(D("2025-03-03")) == D("2025-02-17")
    assert notice.count_from(D("2025-02-17")) == D("2025-03-03")


def test_a_report_stays_published_for_twelve_weeks():
    assert CPR.limit("publication_minimum").count_from(D("2025-01-06")) == D("2025-03-31")


def test_the_plan_is_final_within_four_weeks():
    assert CPR.limit("action_plan_final").count_from(D("2025-01-31")) == D("2025-02-28")


@pytest.mark.parametrize(
    "event, first, last",
    [
        ("2016-08-31", "2016-02-29", "2016-08-30"),
        ("2024-03-01", "2023-09-01", "2024-02-29"),
        ("2025-08-31", "2025-02-28", "2025-08-30"),
    ],
)
def test_the_look_back_precedes_the_event_and_leaves_it_out(event, first, last):
    window = CPR.limit("register_or_looked_after").window_before(D(event))
    assert window == (D(first), D(last))


def test_only_a_look_back_has_a_window():
    with pytest.raises(ValueError, match="looks back on nothing"):
        CPR.limit("review_complete").window_before(D("2024-01-01"))


def test_a_limit_without_a_time_counts_nothing():
    with pytest.raises(ValueError, match="neither months nor weeks"):
        CPR.limit("reviewers_extended").count_from(D("2024-01-01"))


def test_months_are_counted_from_the_anchor_never_from_a_counted_day():
    assert limits.add_months(D("2024-08-31"), 6) == D("2025-02-28")
    assert limits.add_months(D("2025-02-28"), -6) == D("2024-08-28")


def test_ten_thousand_days_agree_with_another_reckoning():
    chance, first, last = random.Random(2016), D("1990-01-01"), D("2090-12-31")
    for _each in range(10_000):
        day = first + dt.timedelta(days=chance.randint(0, (last - first).days))
        months, weeks = chance.randint(-60, 60), chance.randint(-200, 200)
        moved = limits.add_months(day, months)
        assert moved == day + relativedelta(months=months)
        assert moved.day == day.day or (moved + dt.timedelta(days=1)).day == 1
        assert limits.add_weeks(day, weeks).toordinal() == day.toordinal() + 7 * weeks
        assert limits.add_weeks(day, weeks).weekday() == day.weekday()
