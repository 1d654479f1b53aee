"""Every clock of a review as its room of dates shows it: the day, the rule, what starts and what
stops it."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext

from common.rules import ShownRule
from deadlines.clocks import ClockDate
from guidance.editions import edition
from guidance.holidays_of_wales import bank_holiday
from reviews.case.parts import agencies_of, label_of
from reviews.models import Review


@dataclass(frozen=True)
class Clock:
    """One date with everything that explains it."""

    date: ClockDate
    label: str
    """The date's words; of several, with the agency."""
    holiday: str

    @property
    def work_by(self) -> dt.date | None:
        """The last working day before, where the day itself is none."""
        return self.date.works_until if self.date.met_on is None else None

    @property
    def note(self) -> str:
        return gettext("Not before this day") if self.date.is_earliest else ""

    @property
    def has_come(self) -> bool:
        """From this day on it is allowed: it is never late."""
        return self.date.is_earliest


def clocks_of(dates: Sequence[ClockDate]) -> Iterator[Clock]:
    """The clocks that run or have run, the open ones first."""
    agencies = agencies_of(dates)
    for date in dates:
        holiday = bank_holiday(date.due_on) if date.works_until else ""
        yield Clock(date, label_of(date, agencies), gettext(holiday) if holiday else "")


def to_come(review: Review, begun: set[str]) -> list[ShownRule]:
    """The timed rules of the edition that do not count yet."""
    rules = edition(review.timetable.edition).limits_for(review.timetable.kind)
    return [
        ShownRule(limit)
        for limit in rules
        if (limit.is_deadline or limit.is_earliest)
        and limit.key not in begun
        and limit.end not in review.timetable.passed
    ]
