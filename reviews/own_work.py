"""Whose work a deed of the spine judges: nobody judges their own."""

from reviews.models import Recommendation, Review


def recommender(review: Review) -> list[int]:
    """Who recommends does not decide."""
    found = Recommendation.objects.filter(review=review)
    return list(found.values_list("recommended_by_id", flat=True))
