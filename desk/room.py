"""The room of what was sent; what was not delivered, and what goes up, is a task on the desk."""

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from common import clock
from desk.deeds import TELL_OTHERWISE, WRITE
from desk.models import GoingUp
from desk.reminders.nobody import unreached
from desk.sent.reading import failures_of, undelivered
from desk.undelivered.reading import ASK, TELL, errands
from reviews.models import Review
from reviews.permissions import May
from reviews.rooms import Part, Room, State, Turn, register


def states(reviews: Sequence[Review], user: Any) -> dict[int, State]:
    return {
        review.pk: State(_("not delivered"), "late") for review, _message in failures_of(reviews)
    }


def turns(reviews: Sequence[Review], user: Any, on: dt.date) -> Iterator[Turn]:
    """Whoever could not be written to is told another way; what goes up is looked at before."""
    for review, message in undelivered(reviews, on):
        failed_at = message.failed_at or message.created_at
        yield Turn(
            review,
            ASK if message.is_unknown else TELL,
            reverse("desk:tell_otherwise", args=[review.slug, message.pk]),
            May.KEEP_REMINDERS,
            failed_at.astimezone(clock.WALES).date(),
            kind=TELL_OTHERWISE,
            rank=60,
        )
    known = {review.pk: review for review in reviews}
    lost = unreached(reviews, on)
    for review in {each.review.pk: each.review for each in lost}.values():
        yield Turn(
            review,
            _("Find who is to be told: a reminder reached nobody"),
            reverse("desk:sent", args=[review.slug]),
            May.KEEP_REMINDERS,
            min([on, *(each.day for each in lost if each.review == review)]),
            rank=59,
        )
    for step in GoingUp.objects.free().filter(review__in=list(known)):
        yield Turn(
            known[step.review_id],
            _("Look at what goes up next"),
            reverse("desk:going_up"),
            May.KEEP_REMINDERS,
            step.shown_on,
            due_on=step.goes_on,
            rank=58,
        )


register(
    Room(
        "sent",
        _("Messages sent"),
        "desk:sent",
        98,
        Part.RECORD,
        states=states,
        turns=turns,
        errands=errands,
        deeds=(WRITE,),
    )
)
