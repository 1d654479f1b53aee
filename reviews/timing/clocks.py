"""Every clock of a review as its room of dates shows it: the day, the rule, what starts and what
stops it."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext

from boards.models import Agency
from deadlines.clocks import ClockDate
from deadlines.working_days import of_board
from guidance.editions import edition
from guidance.holidays_of_wales import bank_holiday
from guidance.limit import Limit
from reviews.models import Review


@dataclass(frozen=True)
class Clock:
    """One date with everything that explains it."""

    date: ClockDate
    work_by: dt.date | None
    """The last working day before, where the day itself is none."""
    holiday: str
    part: str = ""
    """Of several, which: an agency's name."""

    @property
    def label(self) -> str:
        return f"{self.date.label}: {self.part}" if self.part else self.date.label

    @property
    def starts(self) -> str:
        return starts(self.date.limit)

    @property
    def stops(self) -> str:
        """What ends the count; '' where the rule names nothing."""
        end = self.date.limit.end
        return gettext(end.label) if end else ""

    @property
    def note(self) -> str:
        return gettext("Not before this day") if self.date.is_earliest else ""

    @property
    def has_come(self) -> bool:
        """From this day on it is allowed: it is never late."""
        return self.date.is_earliest


def starts(limit: Limit) -> str:
    """What the count begins with; of several the first that is reached."""
    return ", ".join(gettext(anchor.label) for anchor in limit.anchor)


def clocks_of(review: Review, dates: Sequence[ClockDate]) -> Iterator[Clock]:
    """The clocks that run or have run, the open ones first."""
    working = of_board(review.board_id)
    parts = {date.part for date in dates if date.part}
    agencies = {row.code: str(row) for row in Agency.objects.filter(code__in=parts)}
    for date in dates:
        is_open = date.met_on is None and not date.is_earliest
        off = is_open and not working.is_working(date.due_on)
        yield Clock(
            date,
            working.last_on_or_before(date.due_on) if off else None,
            gettext(bank_holiday(date.due_on)) if off and bank_holiday(date.due_on) else "",
            agencies.get(date.part, ""),
        )


@dataclass(frozen=True)
class ToCome:
    """A rule whose count has not begun."""

    limit: Limit

    @property
    def label(self) -> str:
        return gettext(self.limit.label)

    @property
    def starts(self) -> str:
        return starts(self.limit)

    @property
    def rule(self) -> str:
        limit = self.limit
        known = gettext(limit.standing.label)
        return f"{gettext(limit.sentence)} {gettext(limit.citation)}. {known}."


def to_come(review: Review, begun: set[str]) -> list[ToCome]:
    """The timed rules of the edition that do not count yet."""
    rules = edition(review.timetable.edition).limits_for(review.timetable.kind)
    return [
        ToCome(limit)
        for limit in rules
        if (limit.is_deadline or limit.is_earliest) and limit.key not in begun
    ]
