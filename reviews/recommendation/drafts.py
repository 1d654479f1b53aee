"""The draft as it lies in the database, and as the form that it was typed into."""

from collections.abc import Mapping
from typing import Any

from django.http import QueryDict

from common.deeds import Answer
from common.forms.dates import BOXES as DATE_BOXES
from reviews.models import RecommendationDraft, Review
from reviews.recommendation.forms import BoxesForm
from reviews.subgroup.deeds import DRAFT


def draft_of(review: Review) -> RecommendationDraft | None:
    found: RecommendationDraft | None = (
        RecommendationDraft.objects.filter(review=review).select_related("saved_by__person").first()
    )
    return found


def as_typed(answers: Mapping[str, Any]) -> QueryDict:
    """The answers of a draft as a browser would send them."""
    sent = QueryDict(mutable=True)
    for name, value in answers.items():
        if isinstance(value, bool):
            sent[name] = "on"
        elif isinstance(value, list) and name.endswith("_on"):
            for box, part in zip(DATE_BOXES, value, strict=False):
                sent[f"{name}_{box}"] = part or ""
        elif isinstance(value, list):
            sent.setlist(name, value)
        else:
            sent[name] = value
    return sent


def checked(review: Review, answers: Mapping[str, Any]) -> BoxesForm:
    """The form with the answers of a draft in it, checked."""
    form = BoxesForm(as_typed(answers), review=review, answer=Answer(DRAFT), version=0)
    form.is_valid()
    return form
