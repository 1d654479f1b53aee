"""For which boards somebody may open a case."""

from typing import Any

from django.db.models import QuerySet

from boards.models import Board, Holding
from common import clock
from reviews.permissions import BY_OFFICE, May


def boards_to_log_for(user: Any) -> QuerySet[Board]:
    """The boards whose referrals this person may log."""
    return boards_where(user, May.LOG_REFERRAL)


def boards_where(user: Any, right: May) -> QuerySet[Board]:
    """The boards for which this person may open a case, by an office that holds the right."""
    offices = [office for office, rights in BY_OFFICE.items() if right in rights]
    held = Holding.objects.current(clock.today()).filter(person__user=user, office__in=offices)
    return Board.objects.filter(pk__in=held.values("board"))
