"""Where an account stands on a board: the offices its person holds today, and what they allow."""

from typing import Any

from django.db.models import QuerySet

from boards.models import Board, Hold, Holding, Person
from boards.permissions import BY_OFFICE, MayBoard
from common import clock
from common.rights import Right


def person_behind(user: Any) -> Person | None:
    """The person of an active account; a superuser without one is nobody here."""
    if not user.is_active or user.is_anonymous:
        return None
    return getattr(user, "person", None)


def capacity_on(user: Any, board: Board, right: Right) -> str:
    """The office in which the right is held, marked where as deputy; '' where in none."""
    person = person_behind(user)
    if person is None:
        return ""
    offices = [office for office, rights in BY_OFFICE.items() if right in rights]
    held = Holding.objects.current(clock.today()).filter(
        person=person, board=board, office__in=offices
    )
    found = sorted((row.hold == Hold.DEPUTY, row.office) for row in held)
    if not found:
        return ""
    is_deputy, office = found[0]
    return f"{office}.deputy" if is_deputy else office


def may_board(user: Any, right: MayBoard, board: Board) -> bool:
    return bool(capacity_on(user, board, right))


def boards_where(user: Any, right: MayBoard) -> QuerySet[Board]:
    """The boards on which an account holds a right today."""
    person = person_behind(user)
    if person is None:
        return Board.objects.none()
    offices = [office for office, rights in BY_OFFICE.items() if right in rights]
    held = Holding.objects.current(clock.today()).filter(person=person, office__in=offices)
    return Board.objects.filter(pk__in=held.values("board"))
