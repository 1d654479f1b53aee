"""The backend behind `user.has_perm(May.X, review)`."""

from typing import Any

from django.contrib.auth.backends import BaseBackend

from boards.models import Board
from reviews.confirming.deeds import Own
from reviews.models import Confirmation, Review, ScopingReturn
from reviews.permissions import May
from reviews.standing import standing_of, standing_on_board


class MayBackend(BaseBackend):
    """Answers for rights on a review, a board or what an agency is asked, and for nothing else.

    No May without an object.
    """

    def has_perm(self, user_obj: Any, perm: Any, obj: Any = None) -> bool:
        if not user_obj.is_active or user_obj.is_anonymous:
            return False
        if isinstance(obj, Confirmation):
            mine = perm == Own.CONFIRM and obj.person.user_id == user_obj.pk
            left = perm == Own.ANSWER_FOR_LEAVER and obj.passed_to
            return mine or bool(left and left.user_id == user_obj.pk)
        if not isinstance(perm, May):
            return False
        if isinstance(obj, Review):
            return standing_of(user_obj, obj).may(perm)
        if isinstance(obj, Board):
            return standing_on_board(user_obj, obj).may(perm)
        if isinstance(obj, ScopingReturn):
            standing = standing_of(user_obj, obj.review)
            asked = perm == May.ANSWER_SCOPING and is_asked(standing.person_id, obj)
            return standing.may(perm) or (asked and standing.refusal(perm) is None)
        return False


def is_asked(person_id: int | None, row: ScopingReturn) -> bool:
    """Whom the sub-group asks answers without seeing the case."""
    return person_id is not None and row.asked_of_id == person_id
