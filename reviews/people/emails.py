"""Mail about appointments."""

import datetime as dt

from boards.models import Person
from reviews.models import Review
from reviews.post import tell


def appointed(review: Review, person: Person, on: dt.date) -> None:
    """The person is told that they have a part in a review."""
    tell(review, "reviews.appointed", [person], on=on)
