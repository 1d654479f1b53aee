"""The dates that a case page and the lists show, each with its rule, where the rule stands and how
surely it is known."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext

from common.rules import ShownRule
from deadlines.board_rules import BoardRules, rules_of
from deadlines.models import Timetable
from deadlines.reckoning import Days, Reckoned, anchored_on, reckon
from deadlines.services import days_of
from guidance.editions import edition
from guidance.limit import Kind
from guidance.words import Worded, noop

SOON = dt.timedelta(days=14)


class State(Worded):
    """How a date stands today."""

    DONE = "done", noop("Done")
    LATE = "late", noop("Late")
    SOON = "soon", noop("Soon")
    RUNNING = "running", noop("Running")


@dataclass(frozen=True)
class ClockDate(ShownRule):
    """A rule with its day. Where `is_earliest`, due_on is the first day allowed; else the last."""

    part: str
    due_on: dt.date
    met_on: dt.date | None
    state: State
    is_earliest: bool
    departs: bool
    """The rule was not kept, or is not being kept today."""
    works_until: dt.date | None = None
    """The last working day before a last day on which the board does not work."""
    seen_beside: tuple[tuple[str, dt.date | None], ...] = ()
    """Other days that might have been the end, in English, and when they were reached."""

    @property
    def was_late(self) -> bool:
        """It was done, after its last day."""
        return self.met_on is not None and self.departs and not self.is_earliest

    @property
    def is_target(self) -> bool:
        """The board set it itself: it stands in no rule."""
        return self.limit.kind is Kind.TARGET

    @property
    def beside(self) -> list[tuple[str, dt.date | None]]:
        """Other days that might have been the end, and when they were reached."""
        return [(gettext(label), day) for label, day in self.seen_beside]

    @property
    def state_label(self) -> str:
        return gettext(self.state.label)


def dates_of(timetables: Iterable[Timetable], today: dt.date) -> dict[int, list[ClockDate]]:
    """By timetable, its dates: what is open first, the nearest first. Four queries for all."""
    return {pk: dates for pk, (dates, _days) in dates_and_days_of(timetables, today).items()}


def dates_and_days_of(
    timetables: Iterable[Timetable], today: dt.date
) -> dict[int, tuple[list[ClockDate], Days]]:
    """The same, with the days from which the dates follow."""
    rows = list(timetables)
    days = days_of([row.pk for row in rows])
    rules = rules_of(row.board_id for row in rows)
    return {
        row.pk: (
            clocks_of(row, days.get(row.pk, {}), rules[row.board_id], today),
            days.get(row.pk, {}),
        )
        for row in rows
    }


def clocks_of(
    timetable: Timetable, days: Days, rules: BoardRules, today: dt.date
) -> list[ClockDate]:
    """The dates of one timetable, under the rules of a board."""
    return sorted(
        (
            _clock(found, days, rules, today)
            for found in reckon(timetable.edition, timetable.kind, days, rules, timetable.passed)
        ),
        key=lambda date: (date.met_on is not None, date.due_on, date.limit.key, date.part),
    )


def earliest(timetable: Timetable, key: str) -> dt.date | None:
    """The first day that a notice or a duration allows; None if nothing counts yet, or no rule."""
    limit = edition(timetable.edition).limit(key)
    if limit is None or not limit.is_earliest or not limit.applies(timetable.kind):
        return None
    begun = anchored_on(limit, days_of([timetable.pk]).get(timetable.pk, {}))
    return limit.count_from(begun) if begun else None


def _clock(found: Reckoned, days: Days, rules: BoardRules, today: dt.date) -> ClockDate:
    is_earliest = found.limit.is_earliest
    due_on, met_on = found.counted_on, found.ended_on
    too_early = met_on is not None and met_on < due_on
    too_late = (met_on or today) > due_on
    departs = too_early if is_earliest else too_late
    if met_on is not None:
        state = State.DONE
    elif departs:
        state = State.LATE
    elif today <= due_on <= today + SOON:
        state = State.SOON
    else:
        state = State.RUNNING
    works_until = None
    if not is_earliest and met_on is None and not rules.working.is_working(due_on):
        works_until = rules.working.last_on_or_before(due_on)
    return ClockDate(
        found.limit,
        found.part,
        due_on,
        met_on,
        state,
        is_earliest,
        departs,
        works_until,
        tuple((each.label, days.get((each, found.part))) for each in found.limit.shown_beside),
    )
