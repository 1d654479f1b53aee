"""Mail about the agencies' timelines."""

import datetime as dt

from django.urls import reverse

from panels.models import AgencyReturn
from panels.querysets import appointed, speakers
from reviews.capacities import Capacity
from reviews.models import Review
from reviews.post import tell


def asked(row: AgencyReturn, on: dt.date) -> None:
    """The agency's people are led to their own return, which they see without seeing the case."""
    tell(
        row.review,
        "panels.agencies_asked",
        speakers(row),
        on=on,
        link=row.get_absolute_url(),
    )


def released(review: Review, on: dt.date) -> None:
    """The panel and the reviewers can read every timeline now."""
    readers = appointed(
        review, [Capacity.PANEL_CHAIR, Capacity.PANEL_MEMBER, *Capacity.reviewers()]
    )
    link = reverse("panels:timelines", args=[review.slug])
    tell(review, "panels.timelines_released", readers, on=on, link=link)
