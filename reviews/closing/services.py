"""Closing a review, and the ends off the usual road."""

import datetime as dt
from typing import Any

from django.utils.translation import gettext_lazy as _

from common.deeds import REASON_WANTED, NotNow, Obstacle
from guidance.milestones import Milestone
from reviews.deeds import CLOSE, CONVERT, DISCONTINUE, TRANSFER
from reviews.door import advance
from reviews.models import Ending, Review

WAYS = {"transfer": TRANSFER, "discontinue": DISCONTINUE, "convert": CONVERT}


NO_DIFFERENCE = Obstacle(
    "no_difference",
    _("It is not said what difference the review made."),
    is_warning=True,
)


def close(
    review: Review,
    *,
    by: Any,
    on: dt.date,
    difference: str = "",
    reason: str = "",
    **words: Any,
) -> Review:
    """Close it: every room has said that nothing is left undone (§5.26).

    Without the difference it made, a reason is asked; it is kept with the move.
    """
    with advance(
        review, CLOSE, by=by, on=on, reached=[Milestone.CLOSED], reason=reason, **words
    ) as fresh:
        if not (difference.strip() or reason.strip()):
            raise NotNow([REASON_WANTED, NO_DIFFERENCE])
        Ending.objects.create(review=fresh, on=on, difference=difference)
    return fresh


def end_otherwise(
    review: Review, *, by: Any, on: dt.date, way: str, reasons: str, **words: Any
) -> Review:
    """Transfer, discontinue or convert it, with the reasons."""
    with advance(review, WAYS[way], by=by, on=on, **words) as fresh:
        Ending.objects.create(review=fresh, on=on, reasons=reasons)
    return fresh
