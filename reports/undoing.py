"""What the report says of a move that is to be undone, and of a day that is corrected."""

import datetime as dt
from collections.abc import Iterator
from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from guidance.milestones import Milestone
from reports.models import Acceptance, Agreement, SendingBack
from reports.reading import standing_draft
from reviews.models import Review

WRITTEN: dict[str, type[models.Model]] = {
    "agree_report": Agreement,
    "send_back": SendingBack,
    "accept_report": Acceptance,
}
CARRIES: dict[str, tuple[type[models.Model], str]] = {
    Milestone.REPORT_AGREED: (Agreement, "agreed_on"),
    Milestone.REPORT_ACCEPTED: (Acceptance, "accepted_on"),
}


def last(kind: type[models.Model], review: Review) -> models.Model | None:
    rows = kind._default_manager.filter(report=review.pk).order_by("pk")
    return rows.last()


def undone(review: Review, move: str, on: dt.date) -> Iterator[models.Model]:
    """The panel's agreement, the Board's sending back, the Board's acceptance."""
    row = last(WRITTEN[move], review) if move in WRITTEN else None
    if row:
        yield row


def rests(review: Review, move: str, on: dt.date) -> Iterator[Any]:
    draft = standing_draft(review)
    if move == "commission" and draft:
        yield _("A draft of the report is saved.")
    if move == "send_back":
        row = SendingBack.objects.filter(report=review.pk).last()
        if row and draft and row.draft_id != draft.pk:
            yield _("The report has been changed since it was sent back.")


def dated(review: Review, milestone: str) -> Iterator[tuple[models.Model, str]]:
    if milestone in CARRIES:
        kind, field = CARRIES[milestone]
        row = last(kind, review)
        if row:
            yield row, field
