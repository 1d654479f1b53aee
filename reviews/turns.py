"""Whose turn it is in every room, and by which day: a turn that follows a rule, or a board's own
target, is due on the day of that limit while it is open."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from reviews.models import Review
from reviews.rooms import Turn, in_order
from reviews.timing.standing import Whole, seen_wholes


def turns_of(reviews: Sequence[Review], user: Any, on: dt.date) -> list[Turn]:
    """The turns of these reviews, and what is the reader's alone in another."""
    found = [turn for room in in_order() for turn in room.turns(reviews, user, on)]
    wholes = seen_wholes(reviews, on)
    return [_by_its_limit(turn, wholes.get(turn.review.pk)) for turn in found]


def _by_its_limit(turn: Turn, whole: Whole | None) -> Turn:
    """A day of its own, such as the one a case was deferred to, goes before the limit's."""
    if not turn.limit or turn.due_on or whole is None:
        return turn
    for date in whole.dates:
        if (date.limit.key, date.part) == (turn.limit, "") and date.met_on is None:
            return replace(turn, due_on=date.due_on)
    return turn
