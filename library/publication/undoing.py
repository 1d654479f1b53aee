"""What publication says of a move that is to be undone, and of a day that is corrected."""

import datetime as dt
from collections.abc import Iterator
from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from guidance.milestones import Milestone
from library.publication.models import NotPublished, Publication, Submission
from reviews.models import Review

CARRIES: dict[str, tuple[type[models.Model], str]] = {
    Milestone.REPORT_SENT_TO_WG: (Submission, "sent_on"),
    Milestone.REPORT_RECEIVED_BY_WG: (Submission, "received_on"),
    Milestone.PUBLISHED: (Publication, "published_on"),
    Milestone.PUBLICATION_ENDED: (Publication, "taken_down_on"),
}


def rests(review: Review, move: str, on: dt.date) -> Iterator[Any]:
    if move == "accept_report":
        if Submission.objects.filter(review=review).exists():
            yield _("The report has been sent to Welsh Government.")
        if (
            Publication.objects.filter(review=review).exists()
            or NotPublished.objects.filter(review=review).exists()
        ):
            yield _("The report is published, or it was decided not to publish it.")


def dated(review: Review, milestone: str) -> Iterator[tuple[models.Model, str]]:
    if milestone in CARRIES:
        kind, field = CARRIES[milestone]
        row = kind._default_manager.filter(review=review).first()
        if row and getattr(row, field):
            yield row, field
