"""What other proceedings say of their reviews: what is held, and when it is looked at again."""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from common import clock
from common.deeds import Deed, Obstacle
from deadlines.services import SetDay
from guidance.milestones import Milestone
from reviews.models import ProceedingHold, Review
from reviews.permissions import May
from reviews.proceedings.deeds import ADD, LOOK, REFER_STAFF
from reviews.proceedings.holds import holds_on
from reviews.proceedings.holds import obstacles as held
from reviews.rooms import Part, Room, State, Turn, register

AHEAD = dt.timedelta(days=7)


def states(reviews: Sequence[Review], user: Any) -> dict[int, State]:
    rows = holds_on(reviews, clock.today())
    return {hold.proceeding.review_id: State(_("on hold"), "soon") for hold in rows}


def obstacles(review: Review, kind: Deed, on: dt.date) -> Iterable[Obstacle]:
    return held(review, kind, on, clock.today())


def turns(reviews: Sequence[Review], user: Any, on: dt.date) -> Iterator[Turn]:
    """A hold is looked at again by its day."""
    known = {review.pk: review for review in reviews}
    rows = ProceedingHold.objects.filter(
        proceeding__review__in=list(known), lifted_on=None, next_look_on__lte=on + AHEAD
    ).select_related("proceeding")
    for hold in rows:
        review = known[hold.proceeding.review_id]
        yield Turn(
            review,
            _("Review the hold"),
            reverse("reviews:look_at_hold", args=[review.slug, hold.uuid]),
            May.KEEP_PROCEEDINGS,
            hold.since_on,
            due_on=hold.next_look_on,
            kind=LOOK,
            rank=55,
        )


def set_days(reviews: Sequence[Review]) -> Iterator[SetDay]:
    rows = ProceedingHold.objects.filter(
        proceeding__review__in=[review.pk for review in reviews], lifted_on=None
    )
    for timetable, part, on in rows.values_list(
        "proceeding__review__timetable", "uuid", "next_look_on"
    ):
        yield SetDay(timetable, Milestone.HOLD_LOOK, part.hex, on)


register(
    Room(
        "proceedings",
        _("Other proceedings"),
        "reviews:proceedings",
        85,
        Part.CASE,
        states=states,
        obstacles=obstacles,
        turns=turns,
        deeds=(ADD, REFER_STAFF),
        set_days=set_days,
    )
)
