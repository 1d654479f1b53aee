"""What the panel's rooms say of a move that is to be undone, and of a day that is corrected."""

import datetime as dt
from collections.abc import Iterator
from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from deadlines import services as deadlines
from guidance.milestones import Milestone
from panels.models import (
    AgencyReturn,
    EarlierReturn,
    FamilyContact,
    ReturnExtension,
    ReturnQuery,
    ReturnState,
)
from panels.panel.services import current_terms
from reviews.models import Correction, Review


def undone(review: Review, move: str, on: dt.date) -> Iterator[models.Model]:
    """The requests to the agencies, with what was said of them."""
    if move == "ask_agencies":
        for hanging in (ReturnExtension, EarlierReturn, ReturnQuery):
            yield from hanging.objects.filter(agency_return__review=review)
        yield from AgencyReturn.objects.filter(review=review)


def goes_back(review: Review, move: str, correction: Correction) -> None:
    """No agency is asked any more: no day is set for it."""
    if move == "ask_agencies":
        deadlines.unreach_every(review.timetable, Milestone.AGENCY_DUE)


def rests(review: Review, move: str, on: dt.date) -> Iterator[Any]:
    returns = AgencyReturn.objects.filter(review=review)
    if move == "ask_agencies" and returns.exclude(state=ReturnState.ASKED).exists():
        yield _("An agency has answered, or its timeline was waived.")
    if move == "commission":
        if current_terms(review) or returns.exists():
            yield _("The panel has begun its work: terms of reference or timelines are there.")
        if FamilyContact.objects.filter(review=review).exists():
            yield _("The family's part has been recorded.")


def dated(review: Review, milestone: str) -> Iterator[tuple[models.Model, str]]:
    if milestone == Milestone.AGENCIES_ASKED:
        for row in AgencyReturn.objects.filter(review=review):
            yield row, "asked_on"
