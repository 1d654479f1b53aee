"""What learning events say of their reviews."""

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import Any

from django.db.models import Count
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from learning_events import deeds, undoing
from learning_events.models import LearningEvent
from reviews.journey import Stage
from reviews.models import Review
from reviews.permissions import May
from reviews.rooms import Room, State, Turn, register


def states(reviews: Sequence[Review], user: Any) -> dict[int, State]:
    """How many events were held, once there was one."""
    rows = (
        LearningEvent.objects.filter(review__in=[review.pk for review in reviews])
        .order_by()
        .values_list("review")
        .annotate(count=Count("pk"))
    )
    return {
        review: State(_("held") if count == 1 else str(count), "done") for review, count in rows
    }


def turns(reviews: Sequence[Review], user: Any, on: dt.date) -> Iterator[Turn]:
    """Once the timelines are released, the event is next."""
    for review in reviews:
        if review.stage == Stage.LEARNING:
            yield Turn(
                review,
                _("Hold the learning event and record it"),
                reverse("learning_events:hold", args=[review.slug]),
                May.RUN_EVENT,
                review.stage_since,
                kind=deeds.HELD,
                rank=0,
            )


register(
    Room(
        "learning_event",
        _("Learning event"),
        "learning_events:room",
        50,
        states=states,
        turns=turns,
        deeds=(deeds.HELD, deeds.ANOTHER_RECORDED),
        belongs_to=Stage.LEARNING,
        undone=undoing.undone,
        rests=undoing.rests,
        dated=undoing.dated,
    )
)
