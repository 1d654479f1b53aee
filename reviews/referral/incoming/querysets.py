"""Which referrals from the public page somebody may read: those sent to a board whose referrals
they log. They name children: nobody else sees them."""

from typing import Any

from django.db.models import QuerySet

from reviews.models import PublicReferral, PublicState
from reviews.referral.boards import boards_to_log_for
from reviews.referral.public.locking import WAITING


def sent_to(user: Any) -> QuerySet[PublicReferral]:
    """Everything that was sent, whatever became of it."""
    return (
        PublicReferral.objects.filter(board__in=boards_to_log_for(user))
        .exclude(state=PublicState.STARTED)
        .select_related("board", "review__board", "settled_by__person", "proposed_by__person")
    )


def waiting_for(user: Any) -> QuerySet[PublicReferral]:
    """What has been sent and has neither become a case nor been refused."""
    return sent_to(user).filter(state__in=WAITING)
