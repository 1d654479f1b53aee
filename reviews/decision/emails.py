"""Mail of the decision stage."""

import datetime as dt

from reviews.models import Review
from reviews.permissions import May
from reviews.post import holders, tell


def decided(review: Review, on: dt.date) -> None:
    """The co-ordinator, who carries it out, and the sub-group's chair are told of the answer."""
    rights = (May.RECORD_FOR_OTHERS, May.RECOMMEND)
    people = {person.pk: person for right in rights for person in holders(review, right)}
    tell(review, "reviews.decided", people.values(), on=on)


def discussed(review: Review, on: dt.date) -> None:
    """The Chair is told that the Board's discussion is recorded and the final answer is theirs."""
    tell(review, "reviews.discussed", holders(review, May.DECIDE), on=on)
