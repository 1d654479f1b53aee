"""What the plan says of a move that is to be undone, and of a day that is corrected."""

import datetime as dt
from collections.abc import Iterator
from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from action_plans.action.services import take_up_again
from action_plans.reading import plan_of
from guidance.milestones import Milestone
from reviews.models import Correction, Review

CARRIES: dict[str, str] = {
    Milestone.PLAN_FINALISED: "finalised_on",
    Milestone.PLAN_APPROVED: "approved_on",
    Milestone.PLAN_SENT_TO_WG: "sent_on",
}


def rests(review: Review, move: str, on: dt.date) -> Iterator[Any]:
    plan = plan_of(review)
    if move == "commission" and plan:
        yield _("The action plan has been begun.")
    if move == "accept_report" and plan and plan.is_final:
        yield _("The action plan is finalised.")


def goes_back(review: Review, move: str, correction: Correction) -> None:
    """What closing carried over is taken up again. That it was raised with Welsh Government since
    stays true of it, and nothing else can be done to it while the review is closed."""
    if move == "close":
        take_up_again(review)


def dated(review: Review, milestone: str) -> Iterator[tuple[models.Model, str]]:
    plan, field = plan_of(review), CARRIES.get(milestone)
    if plan and field and getattr(plan, field):
        yield plan, field
