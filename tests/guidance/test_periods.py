"""The period that a review looks at, measured back from the event."""

import datetime as dt

import pytest

from guidance.periods import is_longer, leaves_gap

EVENT = dt.date(2025, 9, 27)


@pytest.mark.parametrize(
    ("first", "last", "event", "longer"),
    [
        (dt.date(2024, 9, 27), EVENT, EVENT, False),
        (dt.date(2024, 9, 26), EVENT, EVENT, True),
        # Three months after the event do not count.
        (dt.date(2024, 9, 27), dt.date(2025, 12, 31), EVENT, False),
        # Twelve months that end two years before the event begin three years before it.
        (dt.date(2022, 9, 27), dt.date(2023, 9, 27), EVENT, True),
        # Where nobody knows the day of the event, the period's own last day stands for it.
        (dt.date(2024, 9, 27), EVENT, None, False),
        (dt.date(2024, 9, 26), EVENT, None, True),
    ],
)
def test_twelve_months_are_counted_back_from_the_event(first, last, event, longer):
    assert is_longer(12, first, last, event) is longer


@pytest.mark.parametrize(
    ("last", "gap"),
    [
        (EVENT, False),
        (EVENT - dt.timedelta(days=1), False),
        (EVENT - dt.timedelta(days=2), True),
        (dt.date(2025, 12, 31), False),
    ],
)
def test_days_between_the_period_and_the_event_are_a_gap(last, gap):
    assert leaves_gap(last, EVENT) is gap
    assert not leaves_gap(last, None)
