"""The backend behind `user.has_perm(May.X, action)`: what the case allows, and what owning adds."""

from typing import Any

from django.contrib.auth.backends import BaseBackend

from action_plans.models import Action
from reviews.permissions import May
from reviews.standing import standing_of


class ActionBackend(BaseBackend):
    """An owner records progress on their own action without seeing the case."""

    def has_perm(self, user_obj: Any, perm: Any, obj: Any = None) -> bool:
        if not isinstance(perm, May) or not isinstance(obj, Action):
            return False
        if not user_obj.is_active or user_obj.is_anonymous:
            return False
        return standing_of(user_obj, obj.plan.review).may(perm) or (
            perm == May.RECORD_PROGRESS and owns(user_obj, obj)
        )


def owns(user: Any, action: Action) -> bool:
    """The action is theirs, the plan is final, and no interest keeps them out of the case."""
    return bool(Action.objects.owned_by(user).filter(pk=action.pk).exists())
