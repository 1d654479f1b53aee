"""Closing the task of a message that is about no running case."""

import datetime as dt

from django.utils.translation import gettext_lazy as _

from boards.door import deed
from boards.models import Board, User
from common.deeds import Act, NotNow, Obstacle
from common.models import OutboxMessage
from common.outbox import addresses
from desk.deeds import TELL_OF_BOARD
from desk.models import ToldOtherwise

TOLD_ALREADY = Obstacle("told_already", _("Somebody else has already recorded this."))


def tell_of_board(
    board: Board, *, by: User, on: dt.date, message: OutboxMessage, how: str, again: bool = False
) -> ToldOtherwise:
    """Record by what somebody was told whom no message reached, and whether mail may go there
    again."""
    act = Act()
    with deed(board, TELL_OF_BOARD, by=by, on=on, act=act) as fresh:
        row, is_new = ToldOtherwise.objects.get_or_create(
            message=message,
            defaults={"board": fresh, "how": how, "told_on": on, "recorded_by": by},
        )
        if not is_new:
            raise NotNow([TOLD_ALREADY])
        if again:
            addresses.accepted(message.to)
        act.about(row, how=how)
    return row
