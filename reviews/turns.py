"""Whose turn it is in every room, and by which day: a turn that follows a rule, or a board's own
target, is due on the day of that limit while it is open."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from deadlines.models import Deadline
from reviews.models import Review
from reviews.rooms import Turn, in_order


def turns_of(reviews: Sequence[Review], user: Any, on: dt.date) -> list[Turn]:
    """The turns of these reviews, and what is the reader's alone in another. The days of all
    limits take one query."""
    found = [turn for room in in_order() for turn in room.turns(reviews, user, on)]
    awaited = {turn.limit for turn in found if turn.limit}
    if not awaited:
        return found
    days = {
        (timetable, limit): due_on
        for timetable, limit, due_on in Deadline.objects.filter(
            timetable__in=[turn.review.timetable_id for turn in found if turn.limit],
            limit__in=awaited,
            part="",
            met_on=None,
        ).values_list("timetable", "limit", "due_on")
    }
    return [_by_its_limit(turn, days.get((turn.review.timetable_id, turn.limit))) for turn in found]


def _by_its_limit(turn: Turn, due_on: dt.date | None) -> Turn:
    """A day of its own, such as the one a case was deferred to, goes before the limit's."""
    return replace(turn, due_on=turn.due_on or due_on) if due_on else turn
