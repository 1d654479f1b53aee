"""The message that tells a referrer the outcome: the reference and the answer, and nothing else."""

from common.outbox.post import post
from reviews.models import ReferrerTold, Review
from reviews.referral.telling.words import TEMPLATE, context_of


def told(review: Review, row: ReferrerTold, email: str, language: str) -> None:
    post(
        kind="reviews.referrer_told",
        to=email,
        template=TEMPLATE,
        context=context_of(review),
        key=f"reviews.referrer_told:{row.pk}",
        language=language,
        case=review.pk,
    )
