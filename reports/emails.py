"""Mail about the report. Reference and link only."""

import datetime as dt

from django.urls import reverse

from reviews.models import Review
from reviews.permissions import May
from reviews.post import holders, tell


def agreed(review: Review, on: dt.date) -> None:
    """The Board Chair, whose turn it is, and the co-ordinator."""
    people = [*holders(review, May.ACCEPT_REPORT), *holders(review, May.RECORD_FOR_OTHERS)]
    tell(review, "reports.agreed", people, on=on, link=_page(review))


def sent_back(review: Review, on: dt.date) -> None:
    """The panel chair and the reviewers."""
    people = [*holders(review, May.AGREE_REPORT), *holders(review, May.WRITE_REPORT)]
    tell(review, "reports.sent_back", people, on=on, link=_page(review))


def accepted(review: Review, on: dt.date) -> None:
    """The panel chair: the four weeks for the action plan have begun."""
    tell(review, "reports.accepted", holders(review, May.FINALISE_PLAN), on=on, link=_page(review))


def _page(review: Review) -> str:
    return reverse("reports:room", args=[review.slug])
