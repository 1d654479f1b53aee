"""What learning events say of their reviews."""

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import Any

from django.db.models import Count, Min, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from deadlines.services import SetDay
from guidance.milestones import Milestone
from learning_events import deeds, undoing
from learning_events.models import Attendance, EventKind, LearningEvent
from reviews.journey import COMMISSIONED, Stage
from reviews.models import Review
from reviews.permissions import May
from reviews.rooms import Room, State, Turn, register

PLANNED = State(_("planned"))


def states(reviews: Sequence[Review], user: Any) -> dict[int, State]:
    """How many events were held, once there was one; before, that one is planned."""
    rows = (
        LearningEvent.objects.filter(
            review__in=[review.pk for review in reviews], cancelled_on=None
        )
        .order_by()
        .values_list("review")
        .annotate(held=Count("pk", filter=Q(held_on__isnull=False)))
    )
    return {
        review: State(_("held") if held == 1 else str(held), "done") if held else PLANNED
        for review, held in rows
    }


def turns(reviews: Sequence[Review], user: Any, on: dt.date) -> Iterator[Turn]:
    """Once the timelines are released, the event is next; by the day for which it is planned."""
    here = [review for review in reviews if review.stage == Stage.LEARNING]
    days = dict(
        LearningEvent.objects.filter(
            review__in=[review.pk for review in here],
            kind=EventKind.MAIN,
            held_on=None,
            cancelled_on=None,
        )
        .order_by()
        .values_list("review")
        .annotate(day=Min("planned_on"))
    )
    for review in here:
        yield Turn(
            review,
            _("Hold the learning event and record it"),
            reverse("learning_events:hold", args=[review.slug]),
            May.RUN_EVENT,
            review.stage_since,
            days.get(review.pk),
            kind=deeds.HELD,
            rank=0,
        )


def set_days(reviews: Sequence[Review]) -> Iterator[SetDay]:
    """While somebody invited to an event that lies ahead has not answered: its day."""
    here = [review.pk for review in reviews if review.stage in COMMISSIONED]
    rows = LearningEvent.objects.filter(
        review__in=here,
        held_on=None,
        cancelled_on=None,
        participants__attendance=Attendance.NOT_RECORDED,
    ).distinct()
    for timetable, part, on in (
        rows.values_list("review__timetable", "uuid", "planned_on") if here else ()
    ):
        if on:
            yield SetDay(timetable, Milestone.EVENT_PLANNED, part.hex, on)


register(
    Room(
        "learning_event",
        _("Learning event"),
        "learning_events:room",
        50,
        states=states,
        turns=turns,
        deeds=(deeds.PLANNED, deeds.HELD, deeds.ANOTHER_RECORDED),
        belongs_to=Stage.LEARNING,
        undone=undoing.undone,
        rests=undoing.rests,
        dated=undoing.dated,
        set_days=set_days,
    )
)
