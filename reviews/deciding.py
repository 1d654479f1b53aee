"""Who decided, when one person records what another decided."""

from typing import Any

from boards.models import Person
from reviews.models import Review


def decider(by: Any, decided_by: Person | None) -> Person:
    """The person named as having decided, else the one who records."""
    person: Person = decided_by or by.person
    return person


def recommended_course(review: Review) -> str:
    """What was recommended: here, or before the review was taken on; '' if nothing is known."""
    if hasattr(review, "recommendation"):
        return str(review.recommendation.course)
    row = getattr(review, "taken_on", None)
    return str(row.course) if row else ""
