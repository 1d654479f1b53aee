"""The days a board works, by the bank holidays of Wales and its own closures."""

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from deadlines.working_days import OF_WALES, WorkingDays
from guidance.holidays_of_wales import bank_holiday

D = dt.date.fromisoformat


@pytest.mark.parametrize(
    "day",
    [
        "2026-11-28",  # a Saturday
        "2026-11-29",  # a Sunday
        "2026-12-25",
        "2026-12-28",  # for Boxing Day, which falls on a Saturday
        "2022-09-19",  # the funeral of the Queen
        "2023-05-08",  # the coronation
        "2026-04-06",  # Easter Monday, which Scotland works
    ],
)
def test_nobody_works_at_weekends_or_on_bank_holidays(day):
    assert not OF_WALES.is_working(D(day))


def test_saint_davids_day_is_worked():
    assert OF_WALES.is_working(D("2027-03-01"))


def test_christmas_is_stepped_over():
    assert OF_WALES.add(D("2026-12-24"), 1) == D("2026-12-29")
    assert OF_WALES.add(D("2026-12-29"), -1) == D("2026-12-24")
    assert OF_WALES.add(D("2026-12-26"), 0) == D("2026-12-26")


def test_twenty_working_days_over_easter():
    assert OF_WALES.add(D("2026-03-27"), 20) == D("2026-04-28")


def test_a_closure_of_the_board_is_not_worked():
    board = WorkingDays(((D("2026-12-29"), D("2026-12-31")),))
    assert board.next_after(D("2026-12-24")) == D("2027-01-04")
    assert board.last_on_or_before(D("2027-01-02")) == D("2026-12-24")


def test_a_working_day_is_its_own_last_working_day():
    assert OF_WALES.last_on_or_before(D("2026-11-27")) == D("2026-11-27")


def test_a_bank_holiday_has_words():
    assert bank_holiday(D("2026-12-28")) == "Boxing Day (substitute day)"
    assert bank_holiday(D("2023-05-08")) == "Special bank holiday"
    assert bank_holiday(D("2026-12-24")) == ""


@settings(max_examples=300, derandomize=True, deadline=None, database=None)
@given(st.dates(dt.date(2013, 1, 1), dt.date(2060, 12, 31)), st.integers(1, 60))
def test_counting_agrees_with_counting_days_one_by_one(day, count):
    due = OF_WALES.add(day, count)
    between = (day + dt.timedelta(days=n) for n in range(1, (due - day).days + 1))
    assert sum(OF_WALES.is_working(each) for each in between) == count
    assert OF_WALES.is_working(due)
