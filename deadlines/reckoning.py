"""From days reached to days due. Pure: no database here."""

import datetime as dt
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from guidance.editions import edition
from guidance.limit import Limit
from guidance.milestones import Milestone

Days = Mapping[tuple[str, str], dt.date]
"""The day each (milestone, part) was reached."""


@dataclass(frozen=True)
class Reckoned:
    """What one limit comes to: its last day (or first, if it sets an earliest), and the end."""

    limit: Limit
    part: str
    counted_on: dt.date
    ended_on: dt.date | None


def reckon(code: str, kind: str, days: Days) -> Iterator[Reckoned]:
    """Every timed limit of the edition whose count has begun.

    Once the review is closed nothing runs any more: what had not ended is left out.
    """
    closed = (Milestone.CLOSED, "") in days
    for limit in edition(code).limits_for(kind):
        if not (limit.is_deadline or limit.is_earliest):
            continue
        for part in _parts(limit, days):
            begun = anchored_on(limit, days, part)
            ended_on = days.get((limit.end, part)) if limit.end else None
            if begun and not (closed and ended_on is None):
                yield Reckoned(limit, part, limit.count_from(begun), ended_on)


def anchored_on(limit: Limit, days: Days, part: str = "") -> dt.date | None:
    """The day the limit counts from: the first of its anchors that was reached."""
    reached = (days.get((anchor, part)) for anchor in limit.anchor)
    return next((day for day in reached if day), None)


def _parts(limit: Limit, days: Days) -> Collection[str]:
    if not limit.by_part:
        return [""]
    return sorted({part for milestone, part in days if milestone in limit.anchor})
