"""Deputies act for the holder: who the holder is on a day, and who stands in while one is away."""

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass

from boards.models import Absence, Hold, Holding

Key = tuple[int, str]  # board, office


@dataclass(frozen=True)
class StandIn:
    """The holder of an office is away; the person named stands in."""

    holder_id: int
    holder: str
    person_id: int
    person: str
    until_on: dt.date | None


def stand_ins(boards: Collection[int], on: dt.date) -> dict[Key, StandIn]:
    """Who stands in that day, by board and office. One query."""
    rows = Absence.objects.current(on).filter(holding__board__in=boards)
    return {
        (row.holding.board_id, row.holding.office): StandIn(
            row.holding.person_id,
            row.holding.person.name,
            row.stood_in_by_id,
            row.stood_in_by.name,
            row.until_on,
        )
        for row in rows.select_related("holding__person", "stood_in_by")
    }


class Holders:
    """The holders of a board's offices over time, loaded once: for a history of many days."""

    def __init__(self, boards: Collection[int]) -> None:
        rows = Holding.objects.filter(board__in=boards, hold__in=[Hold.HOLDER, Hold.JOINT])
        rows = rows.select_related("person").order_by("from_on", "pk")
        self._rows: list[Holding] = list(rows) if boards else []

    def on(self, board: int, office: str, day: dt.date) -> str:
        """The name of who held the office that day; joint holders side by side; '' for nobody."""
        return ", ".join(
            row.person.name
            for row in self._rows
            if row.board_id == board and row.office == office and row.holds(day)
        )


def acted_for(board: int, office: str, person: int, on: dt.date) -> str:
    """For a paper: the holder for whom a deputy acted that day; '' for one who held the office."""
    held = Holding.objects.current(on).filter(board=board, office=office, person=person)
    if held.exclude(hold=Hold.DEPUTY).exists() or not held.exists():
        return ""
    return Holders([board]).on(board, office, on)
