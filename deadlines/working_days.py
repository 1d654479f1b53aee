"""The days a board works: no Saturday or Sunday, no bank holiday of Wales, none of its closures.

Statutory limits never count working days; a board's own targets may. A last day that falls on a
holiday stays where it is, and the last working day before it is shown beside.
"""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from guidance.holidays_of_wales import bank_holiday

_A_DAY = dt.timedelta(days=1)


@dataclass(frozen=True)
class WorkingDays:
    """The working days of one board: first and last day of each of its closures."""

    closures: tuple[tuple[dt.date, dt.date], ...] = ()

    def is_working(self, day: dt.date) -> bool:
        """Whether the board works on that day."""
        return (
            day.weekday() < 5
            and not bank_holiday(day)
            and not any(first <= day <= last for first, last in self.closures)
        )

    def add(self, day: dt.date, count: int) -> dt.date:
        """That many working days after the day (or before it); the day itself is not counted."""
        step = _A_DAY if count >= 0 else -_A_DAY
        for _ in range(abs(count)):
            day += step
            while not self.is_working(day):
                day += step
        return day

    def last_on_or_before(self, day: dt.date) -> dt.date:
        """The day, or the last working day before it."""
        return day if self.is_working(day) else self.add(day, -1)

    def next_after(self, day: dt.date) -> dt.date:
        """The first working day after the day."""
        return self.add(day, 1)


OF_WALES = WorkingDays()
"""What holds where no board is known: weekends and bank holidays."""


def working_days_of(board_ids: Iterable[int]) -> Mapping[int, WorkingDays]:
    """By board, its working days. One query, however many boards."""
    return dict.fromkeys(board_ids, OF_WALES)


def of_board(board_id: int | None) -> WorkingDays:
    """The working days of one board, or of Wales. For many boards see `working_days_of`."""
    return OF_WALES if board_id is None else working_days_of([board_id])[board_id]


def is_working(board_id: int | None, day: dt.date) -> bool:
    """Whether the board works on that day."""
    return of_board(board_id).is_working(day)


def add_working_days(board_id: int | None, day: dt.date, count: int) -> dt.date:
    """That many of the board's working days after the day, or before it."""
    return of_board(board_id).add(day, count)


def last_working_day_on_or_before(board_id: int | None, day: dt.date) -> dt.date:
    """The day, or the board's last working day before it."""
    return of_board(board_id).last_on_or_before(day)


def next_working_day(board_id: int | None, day: dt.date) -> dt.date:
    """The board's first working day after the day."""
    return of_board(board_id).next_after(day)
