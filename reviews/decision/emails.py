"""Mail of the decision stage."""

import datetime as dt

from reviews.models import Review
from reviews.permissions import May
from reviews.post import holders, tell


def decided(review: Review, on: dt.date) -> None:
    """The co-ordinator, who carries it out, is told that the Chair has answered."""
    tell(review, "reviews.decided", holders(review, May.RECORD_FOR_OTHERS), on=on)


def discussed(review: Review, on: dt.date) -> None:
    """The Chair is told that the Board's discussion is recorded and the final answer is theirs."""
    tell(review, "reviews.discussed", holders(review, May.DECIDE), on=on)
