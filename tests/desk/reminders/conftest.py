"""One review of the world that owes reminders; the others owe none."""

import datetime as dt

import pytest

from common import clock
from deadlines.models import Deadline, Outcome, Reminder
from deadlines.services import reach
from guidance.milestones import Milestone
from reviews.journey import Stage

FORWARDED = dt.date(2026, 1, 14)  # three months: Tuesday 14 April; seven: Friday 14 August


def quiet():
    """Nothing is owed any more of what the world has walked."""
    Reminder.objects.owed().update(settled_at=clock.now(), outcome=Outcome.SENT)


def only_owing(world):
    review = world.review_at(Stage.PANEL)
    reach(review.timetable, Milestone.FORWARDED, FORWARDED, correcting=True)
    # What was late when the world was walked has been told.
    Reminder.objects.owed().exclude(timetable=review.timetable, days_later=0).update(
        settled_at=clock.now(), outcome=Outcome.SENT
    )
    assert Deadline.objects.get(timetable=review.timetable, limit="review_complete")
    return review


@pytest.fixture
def review(world):
    return only_owing(world)


@pytest.fixture
def on(settings):
    """`on("2026-04-15")` is the day from then on."""

    def move(day: str) -> None:
        settings.DEMO_TODAY = day

    return move
