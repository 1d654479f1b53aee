"""Mail about learning events."""

import datetime as dt

from panels.querysets import appointed
from reviews.capacities import Capacity
from reviews.models import Review
from reviews.post import tell


def held(review: Review, on: dt.date) -> None:
    """The report is with the reviewers now."""
    tell(review, "learning_events.held", appointed(review, Capacity.reviewers()), on=on)
