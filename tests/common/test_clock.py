"""The calendar day is that of Wales: an hour before UTC's in summer, also on the nights on which
the clocks change."""

import datetime as dt

import pytest

from common import clock


@pytest.mark.parametrize(
    ("instant", "day"),
    [
        ("2026-07-31T22:59:59", "2026-07-31"),
        ("2026-07-31T23:30:00", "2026-08-01"),  # half past midnight in Wales
        ("2026-12-31T23:30:00", "2026-12-31"),
        ("2027-01-01T00:00:00", "2027-01-01"),
        ("2026-03-28T23:59:59", "2026-03-28"),  # the night on which the clocks go forward
        ("2026-03-29T23:00:00", "2026-03-30"),
        ("2026-10-24T23:00:00", "2026-10-25"),  # and the night on which they go back
        ("2026-10-25T23:59:59", "2026-10-25"),
    ],
)
def test_an_instant_belongs_to_its_day_in_wales(monkeypatch, settings, instant, day):
    settings.DEMO_TODAY, settings.DEMO_DAY_FILE = "", None
    at = dt.datetime.fromisoformat(instant).replace(tzinfo=dt.UTC)

    class Frozen(dt.datetime):
        @classmethod
        def now(cls, tz=None):
            return at.astimezone(tz)

    monkeypatch.setattr("common.clock.dt.datetime", Frozen)
    assert clock.today() == dt.date.fromisoformat(day)
