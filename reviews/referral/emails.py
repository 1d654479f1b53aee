"""Mail of the referral stage."""

import datetime as dt
from typing import Any

from reviews.models import Review
from reviews.permissions import May
from reviews.post import holders, tell


def logged(review: Review, on: dt.date, by: Any) -> None:
    """Whoever keeps the board's referrals is told of one that somebody else has logged."""
    others = [each for each in holders(review, May.KEEP_REFERRAL) if each.user_id != by.pk]
    tell(review, "reviews.logged", others, on=on)


def forwarded(review: Review, on: dt.date) -> None:
    """The chair of the sub-group is told that a referral has come."""
    tell(review, "reviews.forwarded", holders(review, May.RECOMMEND), on=on)
