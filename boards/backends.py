"""Who signs in, and what an office of a board allows on the board itself."""

from typing import Any

from django.contrib.auth.backends import BaseBackend
from django.contrib.auth.hashers import make_password
from django.http import HttpRequest

from boards.models import Board, User
from boards.permissions import MayBoard
from boards.standing import may_board


class EmailBackend(BaseBackend):
    """Signs in by e-mail address, whatever its case. Nobody gets a permission by a flag here."""

    def authenticate(
        self,
        request: HttpRequest | None,
        username: str | None = None,
        password: str | None = None,
        email: str | None = None,
        **_: Any,
    ) -> User | None:
        address = (email or username or "").strip()
        if not address or password is None:
            return None
        user = User.objects.not_left().filter(email__iexact=address).first()
        if user is None:
            make_password(password)  # the same work as for an account, so that time tells nothing
            return None
        return user if user.check_password(password) and user.is_active else None

    def get_user(self, user_id: int) -> User | None:
        found = User.objects.not_left().select_related("person")
        return found.filter(pk=user_id, is_active=True).first()

    def has_perm(self, user_obj: Any, perm: Any, obj: Any = None) -> bool:
        return (
            isinstance(perm, MayBoard) and isinstance(obj, Board) and may_board(user_obj, perm, obj)
        )
