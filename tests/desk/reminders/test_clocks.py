"""Clocks that change, by law or by accident: each step once, at most one digest a day."""

import datetime as dt

import pytest

from common import clock
from common.models import OutboxMessage
from cprs.celery import app
from deadlines.models import Reminder
from deadlines.services import reach
from desk.models import DigestLine
from desk.reminders.sweep import sweep
from guidance.milestones import Milestone

D = dt.date.fromisoformat


def digests():
    return OutboxMessage.objects.filter(kind="desk.digest").order_by("pk")


def only_the_step(review, code):
    Reminder.objects.owed().exclude(timetable=review.timetable, step=code).delete()


def test_no_task_of_ours_hangs_on_an_hour_that_a_day_may_not_have():
    """A crontab at 01:30 runs not at all on 29 March 2026 and twice on 25 October. Ours have none:
    each comes so often, and looks in the database whether anything is due."""
    schedules = [entry["schedule"] for entry in app.conf.beat_schedule.values()]
    assert schedules
    assert all(isinstance(each, float) for each in schedules)


@pytest.mark.parametrize(
    ("forwarded", "first"),
    [("2025-12-29", "2026-03-30T07:00+01:00"), ("2026-07-25", "2026-10-26T07:00+00:00")],
    ids=["29-march", "25-october"],
)
def test_through_the_night_in_which_the_clocks_change_it_goes_once(
    world, review, settings, monkeypatch, forwarded, first
):
    """Due on the Sunday itself; swept every half hour from Saturday to Tuesday, real time."""
    reach(review.timetable, Milestone.FORWARDED, D(forwarded), correcting=True)
    only_the_step(review, "three_months")
    settings.DEMO_TODAY = ""
    monday = dt.datetime.fromisoformat(first)
    instant = (monday - dt.timedelta(hours=33)).astimezone(dt.UTC)
    written = []
    while instant < monday + dt.timedelta(hours=20):
        monkeypatch.setattr(clock, "now", lambda now=instant: now)
        written += [instant] * sweep().digests
        instant += dt.timedelta(minutes=30)
    assert written == [monday]
    assert DigestLine.objects.filter(review=review).count() == 1


@pytest.mark.parametrize("days", [1, -1])
def test_a_clock_that_jumps_a_day_and_back_repeats_nothing(world, review, on, days):
    only_the_step(review, "three_months")
    day = D("2026-04-14")
    for each in (day, day + dt.timedelta(days=days), day, day + dt.timedelta(days=1)):
        on(each.isoformat())
        sweep(at_any_hour=True)
        sweep(at_any_hour=True)
    assert digests().count() == 1
    assert DigestLine.objects.filter(review=review).count() == 1


def test_a_clock_an_hour_ahead_writes_an_hour_early_and_once(world, review, settings, monkeypatch):
    only_the_step(review, "three_months")
    settings.DEMO_TODAY = ""
    six = dt.datetime(2026, 4, 14, 6, 30, tzinfo=clock.WALES)
    written = []
    for wrong, minutes in ((0, 0), (60, 0), (0, 10), (0, 30), (0, 60)):
        now = six + dt.timedelta(minutes=wrong + minutes)
        monkeypatch.setattr(clock, "now", lambda now=now: now.astimezone(dt.UTC))
        written.append(sweep().digests)
    assert written == [0, 1, 0, 0, 0]
