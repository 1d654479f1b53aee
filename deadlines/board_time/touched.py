"""Which running reviews a change of a board's time would touch, before it is saved."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from boards.models import Board
from deadlines.board_rules import BoardRules
from deadlines.clocks import ClockDate, clocks_of
from deadlines.models import Timetable
from deadlines.services import BATCH, days_of
from guidance.milestones import Milestone


@dataclass(frozen=True)
class Touched:
    """One date of one review, as it stands and as it would stand; none: it would not run."""

    timetable_id: int
    before: ClockDate | None
    after: ClockDate | None

    @property
    def label(self) -> str:
        found = self.after or self.before
        return found.label if found else ""


def touched(board: Board, old: BoardRules, new: BoardRules, today: dt.date) -> list[Touched]:
    """The dates that would differ, of the reviews that are not closed. Two queries a batch."""
    return list(_touched(board, old, new, today))


def _touched(board: Board, old: BoardRules, new: BoardRules, today: dt.date) -> Iterator[Touched]:
    running = Timetable.objects.filter(board=board).exclude(
        reached__milestone=str(Milestone.CLOSED)
    )
    last = 0
    while batch := list(running.filter(pk__gt=last).order_by("pk")[:BATCH]):
        days = days_of([row.pk for row in batch])
        for row in batch:
            its = days.get(row.pk, {})
            before = _by_rule(clocks_of(row, its, old, today))
            after = _by_rule(clocks_of(row, its, new, today))
            for key in sorted({*before, *after}):
                was, would_be = before.get(key), after.get(key)
                if _shown(was) != _shown(would_be):
                    yield Touched(row.pk, was, would_be)
        last = batch[-1].pk


def _by_rule(dates: list[ClockDate]) -> dict[tuple[str, str], ClockDate]:
    return {(date.limit.key, date.part): date for date in dates}


def _shown(date: ClockDate | None) -> tuple[dt.date, dt.date | None] | None:
    return (date.due_on, date.met_on) if date else None
