"""The backend behind `user.has_perm(May.X, review)`."""

from typing import Any

from django.contrib.auth.backends import BaseBackend

from boards.models import Board
from reviews.confirming.deeds import Own
from reviews.models import Confirmation, Review
from reviews.permissions import May
from reviews.standing import standing_of, standing_on_board


class MayBackend(BaseBackend):
    """Answers for rights on a review or a board, and for nothing else. No May without an object."""

    def has_perm(self, user_obj: Any, perm: Any, obj: Any = None) -> bool:
        if not user_obj.is_active or user_obj.is_anonymous:
            return False
        if isinstance(obj, Confirmation):
            return bool(perm == Own.CONFIRM and obj.person.user_id == user_obj.pk)
        if not isinstance(perm, May):
            return False
        if isinstance(obj, Review):
            return standing_of(user_obj, obj).may(perm)
        if isinstance(obj, Board):
            return standing_on_board(user_obj, obj).may(perm)
        return False
