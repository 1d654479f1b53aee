"""Mail of the referral stage."""

import datetime as dt

from reviews.models import Review
from reviews.permissions import May
from reviews.post import holders, tell


def forwarded(review: Review, on: dt.date) -> None:
    """The chair of the sub-group is told that a referral has come."""
    tell(review, "reviews.forwarded", holders(review, May.RECOMMEND), on=on)
