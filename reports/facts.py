"""What a reader of the report wants to know of how the review was made (§5.17; A1 §4)."""

from dataclasses import dataclass
from typing import Any

from learning_events.models import LearningEvent
from panels.models import FamilyContact, TermsOfReference
from panels.models.family_contact import Outcome
from panels.panel.services import current_terms
from reviews.models import Review, Subject


@dataclass(frozen=True)
class Facts:
    """The period, the events, each child's voice, and the family's part; five queries."""

    terms: TermsOfReference | None
    children: list[Subject]
    events: list[LearningEvent]
    took_part: int
    declined: int


def facts_of(review: Review) -> Facts:
    family: Any = FamilyContact.objects.filter(review=review)
    outcomes = list(family.values_list("outcome", flat=True))
    return Facts(
        current_terms(review),
        list(review.subjects.all()),
        list(LearningEvent.objects.filter(review=review, held_on__isnull=False)),
        outcomes.count(Outcome.CONTRIBUTED),
        outcomes.count(Outcome.DECLINED),
    )
