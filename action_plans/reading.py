"""What is asked of a plan and of actions: whose they are, who may open them."""

from typing import Any

from django.db.models import Q, QuerySet

from action_plans.models import Action, Plan
from reviews.models import Review
from reviews.querysets import visible_to as reviews_visible_to


def plan_of(review: Review) -> Plan | None:
    return Plan.objects.filter(review=review).first()


def visible_to(user: Any) -> QuerySet[Action]:
    """The actions somebody may open: those of the cases they see, and those they were given."""
    owned = Action.objects.owned_by(user)
    of_cases = reviews_visible_to(user).values("pk")
    return Action.objects.filter(
        Q(plan__review__in=of_cases) | Q(pk__in=owned.values("pk"))
    ).select_related("plan__review__board", "plan__review__timetable", "agency", "owner__user")


def finaliser(review: Review) -> list[int]:
    """Whose work the Board's approval judges."""
    plan = plan_of(review)
    return [plan.finalised_by_id] if plan and plan.finalised_by_id else []
