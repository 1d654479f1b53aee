"""Closing the task that a permanent failure makes."""

import datetime as dt
from typing import Any

from common.deeds import Act, Overtaken
from common.models import OutboxMessage
from common.outbox import addresses
from desk.deeds import TELL_OTHERWISE
from desk.models import ToldOtherwise
from reviews.door import deed
from reviews.models import Review


def tell_otherwise(
    review: Review,
    *,
    by: Any,
    on: dt.date,
    message: OutboxMessage,
    how: str,
    again: bool = False,
    **words: Any,
) -> ToldOtherwise:
    """Record by what somebody was told whom no message reached, and whether mail may go there
    again."""
    act = Act()
    with deed(review, TELL_OTHERWISE, by=by, on=on, act=act, **words) as fresh:
        row, is_new = ToldOtherwise.objects.get_or_create(
            message=message,
            defaults={"review": fresh, "how": how, "told_on": on, "recorded_by": by},
        )
        if not is_new:
            raise Overtaken(fresh)
        if again:
            addresses.accepted(message.to)
        act.about(row, how=how)
    return row
