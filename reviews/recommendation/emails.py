"""Mail of the recommendation stage."""

import datetime as dt

from reviews.models import Review
from reviews.permissions import May
from reviews.post import holders, tell


def recommended(review: Review, on: dt.date) -> None:
    """The Board Chair, co-chairs and deputies are told that a recommendation waits for them."""
    tell(review, "reviews.recommended", holders(review, May.DECIDE), on=on)
