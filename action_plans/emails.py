"""Mail about the plan. Reference and link only."""

import datetime as dt

from django.urls import reverse

from action_plans.models import Action
from common.outbox.post import post
from reviews.models import Review
from reviews.permissions import May
from reviews.post import holders, tell


def given(action: Action) -> None:
    """The owner is told of an action of theirs, with a link to it and not to the case."""
    post(
        kind="action_plans.given",
        to=action.owner,
        template="action_plans/emails/given",
        context={
            "reference": str(action.plan.review.reference),
            "link": action.get_absolute_url(),
        },
        key=f"action_plans.given:{action.uuid}:{action.owner_id}",
        case=action.plan.review_id,
    )


def finalised(review: Review, on: dt.date) -> None:
    """The Board Chair: the plan waits for the Board's approval."""
    tell(
        review,
        "action_plans.finalised",
        holders(review, May.APPROVE_PLAN),
        on=on,
        link=reverse("action_plans:room", args=[review.slug]),
    )
