"""From days reached to days due. Pure: no database here."""

import datetime as dt
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from deadlines.board_rules import OF_THE_GUIDANCE, BoardRules
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


def reckon(
    code: str,
    kind: str,
    days: Days,
    rules: BoardRules = OF_THE_GUIDANCE,
    passed: Collection[str] = (),
) -> Iterator[Reckoned]:
    """Every timed limit of the edition, and every target of the board, whose count has begun.

    Once the review is closed nothing runs any more but what outlives it: what had not ended is left
    out. So is what ended on a day that is not known, because its end was passed before the review
    was taken on.
    """
    closed = (Milestone.CLOSED, "") in days
    for limit, part, begun in _begun(code, kind, days, rules):
        ended_on = ended(limit, days, part)
        is_over = closed and not limit.outlives
        is_behind = is_over or any(end in passed for end in _ends(limit))
        if not (is_behind and ended_on is None):
            yield Reckoned(limit, part, rules.count(limit, begun), ended_on)


def _ends(limit: Limit) -> tuple[Milestone, ...]:
    return (limit.end, *limit.also_ends) if limit.end else limit.also_ends


def _begun(
    code: str, kind: str, days: Days, rules: BoardRules
) -> Iterator[tuple[Limit, str, dt.date]]:
    """What has begun to count, for which part and from which day."""
    found = edition(code)
    for limit in found.limits_for(kind):
        if limit.is_deadline or limit.is_earliest:
            for part in _parts(limit, days):
                if begun := anchored_on(limit, days, part):
                    yield rules.to_its_end(limit), part, begun
    for target in rules.targets:
        if target.counts_in(found):
            for part in _parts(target.rule, days):
                begun = anchored_on(target.rule, days, part)
                if begun and (own := rules.set_for(target, begun)):
                    yield own, part, begun


def ended(limit: Limit, days: Days, part: str = "") -> dt.date | None:
    """The day on which the first of its ends was reached."""
    return min((days[end, part] for end in _ends(limit) if (end, part) in days), default=None)


def anchored_on(limit: Limit, days: Days, part: str = "") -> dt.date | None:
    """The day the limit counts from: the first of its anchors that was reached."""
    reached = (days.get((anchor, part)) for anchor in limit.anchor)
    return next((day for day in reached if day), None)


def _parts(limit: Limit, days: Days) -> Collection[str]:
    if not limit.by_part:
        return [""]
    return sorted({part for milestone, part in days if milestone in limit.anchor})
