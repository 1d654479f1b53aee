"""A recommendation told section by section, wherever a page or a paper shows it."""

from django import template

from reviews.models import Recommendation
from reviews.recommendation.document import Page, document

register = template.Library()


@register.simple_tag
def told(recommendation: Recommendation | None) -> list[Page]:
    """{% told recommendation as pages %}; none where it was made before the system."""
    return document(recommendation) if recommendation else []
