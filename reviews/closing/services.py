"""Closing a review, and the ends off the usual road."""

import datetime as dt
from typing import Any

from django.utils.translation import gettext_lazy as _

from common.deeds import REASON_WANTED, NotNow, Obstacle
from guidance.milestones import Milestone
from reviews.deeds import CLOSE, CONVERT, DISCONTINUE, TELL_OF_END, TRANSFER
from reviews.door import advance, deed
from reviews.models import Ending, Review

WAYS = {"transfer": TRANSFER, "discontinue": DISCONTINUE, "convert": CONVERT}


NO_DIFFERENCE = Obstacle(
    "no_difference",
    _("There is no record of what difference the review made."),
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
    review: Review,
    *,
    by: Any,
    on: dt.date,
    way: str,
    reasons: str,
    advice: str = "",
    goes_to: str = "",
    their_reference: str = "",
    told: str = "",
    told_on: dt.date | None = None,
    government_told_on: dt.date | None = None,
    **words: Any,
) -> Review:
    """Transfer, discontinue or convert it: the reasons, on whose advice, where it goes on, and who
    was told. Whoever was not told yet can be recorded afterwards."""
    with advance(review, WAYS[way], by=by, on=on, **words) as fresh:
        Ending.objects.create(
            review=fresh,
            on=on,
            reasons=reasons,
            advice=advice,
            goes_to=goes_to,
            their_reference=their_reference,
            told=told,
            told_on=told_on,
            government_told_on=government_told_on,
        )
    return fresh


def tell_of_end(
    review: Review,
    *,
    by: Any,
    on: dt.date,
    told: str = "",
    government_told_on: dt.date | None = None,
    their_reference: str = "",
    **words: Any,
) -> Ending:
    """Record, once it has ended, who was told and when; what was recorded before stays."""
    with deed(review, TELL_OF_END, by=by, on=on, **words) as fresh:
        ending: Ending = fresh.ending
        if told.strip():
            ending.told = "\n".join(each for each in (ending.told, told.strip()) if each)
            ending.told_on = ending.told_on or on
        ending.government_told_on = ending.government_told_on or government_told_on
        ending.their_reference = ending.their_reference or their_reference
        ending.save()
    return ending
