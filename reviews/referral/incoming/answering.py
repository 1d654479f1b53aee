"""The row of a referral that the board answers: locked, and written once it is answered. These are
steps of the deeds around them."""

import datetime as dt
from typing import Any

from common.deeds import Overtaken
from reviews.models import PublicReferral, PublicState, Review
from reviews.referral.public.locking import WAITING


def locked_to_answer(incoming: PublicReferral, acts: int | None) -> PublicReferral:
    """The fresh row. Raises Overtaken where it is answered, or where somebody has acted since:
    `acts` is how often somebody had when the page was opened."""
    fresh: PublicReferral = (
        PublicReferral.objects.select_for_update(of=("self",))
        .select_related("board")
        .get(pk=incoming.pk)
    )
    if fresh.state not in WAITING or acts not in (None, fresh.acts):
        raise Overtaken(fresh)
    return fresh


def settle(
    fresh: PublicReferral, state: str, *, by: Any, on: dt.date, review: Review | None = None
) -> None:
    """Write what the board answers."""
    fresh.state, fresh.settled_on, fresh.settled_by = state, on, by
    fresh.review = review
    if state != PublicState.SET_ASIDE:
        fresh.forget_refusal()
    fresh.acts += 1
    fresh.reminders = 0
    fresh.save()
