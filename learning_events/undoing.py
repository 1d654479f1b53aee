"""What the learning event says of a move that is to be undone, and of a day that is corrected."""

import datetime as dt
from collections.abc import Iterator
from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from deadlines.models import Reached
from guidance.milestones import Milestone
from learning_events.models import EventKind, LearningEvent
from reviews.models import Review


def undone(review: Review, move: str, on: dt.date) -> Iterator[models.Model]:
    """The event of that day with those who were listed; another one stays."""
    row = LearningEvent.objects.filter(review=review, held_on=on, kind=EventKind.MAIN).first()
    if move == "hold_event" and row:
        yield from row.participants.all()
        yield row


def rests(review: Review, move: str, on: dt.date) -> Iterator[Any]:
    if move == "commission" and LearningEvent.objects.filter(review=review).exists():
        yield _("A learning event is recorded.")


def dated(review: Review, milestone: str) -> Iterator[tuple[models.Model, str]]:
    """The event whose day the milestone has."""
    if milestone == Milestone.EVENT_HELD:
        reached = Reached.objects.filter(
            timetable=review.timetable_id, milestone=str(Milestone.EVENT_HELD), part=""
        ).first()
        row = (
            reached
            and LearningEvent.objects.filter(
                review=review, held_on=reached.on, kind=EventKind.MAIN
            ).first()
        )
        if row:
            yield row, "held_on"
