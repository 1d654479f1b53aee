"""For which boards somebody may log a referral."""

from typing import Any

from django.db.models import QuerySet

from boards.models import Board, Holding
from common import clock
from reviews.permissions import BY_OFFICE, May

LOGGING_OFFICES = [office for office, rights in BY_OFFICE.items() if May.LOG_REFERRAL in rights]


def boards_to_log_for(user: Any) -> QuerySet[Board]:
    """The boards whose referrals this person may log."""
    held = Holding.objects.current(clock.today()).filter(
        person__user=user, office__in=LOGGING_OFFICES
    )
    return Board.objects.filter(pk__in=held.values("board"))
