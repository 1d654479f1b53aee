"""What the criteria say of reviews: a next look at permanence comes to the desk when it is due."""

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from reviews.criteria.deeds import ANSWER_CRITERIA
from reviews.models import CriteriaCheck, Review
from reviews.rooms import Turn


def looks_due(reviews: Sequence[Review], user: Any, on: dt.date) -> Iterator[Turn]:
    """Permanence that was not yet known, from the day of the next look on."""
    running = {review.pk: review for review in reviews if review.is_running}
    due = CriteriaCheck.objects.filter(review__in=list(running), look_again_on__lte=on)
    for check in due:
        review = running[check.review_id]
        yield Turn(
            review,
            _("Look again whether the impairment is permanent"),
            reverse("reviews:answer_criteria", args=[review.slug]),
            ANSWER_CRITERIA.may,
            check.answered_on,
            check.look_again_on,
            kind=ANSWER_CRITERIA,
            rank=70,
        )
