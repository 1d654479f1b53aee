"""The dates that a case page and the lists show, each with its rule, where the rule stands and how
surely it is known."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext

from deadlines.models import Timetable
from deadlines.reckoning import Reckoned, anchored_on, reckon
from deadlines.services import days_of
from guidance.editions import edition
from guidance.limit import Limit
from guidance.words import Worded, noop

SOON = dt.timedelta(days=14)


class State(Worded):
    """How a date stands today."""

    DONE = "done", noop("Done")
    LATE = "late", noop("Late")
    SOON = "soon", noop("Soon")
    RUNNING = "running", noop("Running")


@dataclass(frozen=True)
class ClockDate:
    """One date. Where `is_earliest`, due_on is the first day allowed; else it is the last."""

    limit: Limit
    part: str
    due_on: dt.date
    met_on: dt.date | None
    state: State
    is_earliest: bool
    departs: bool
    """The rule was not kept, or is not being kept today."""

    @property
    def label(self) -> str:
        return gettext(self.limit.label)

    @property
    def sentence(self) -> str:
        return gettext(self.limit.sentence)

    @property
    def citation(self) -> str:
        return gettext(self.limit.citation)

    @property
    def standing(self) -> str:
        return gettext(self.limit.standing.label)

    @property
    def rule(self) -> str:
        """The rule in a sentence, where it stands, and how surely it is known."""
        return f"{self.sentence} {self.citation}. {self.standing}."

    @property
    def state_label(self) -> str:
        return gettext(self.state.label)


def dates_of(timetables: Iterable[Timetable], today: dt.date) -> dict[int, list[ClockDate]]:
    """By timetable, its dates: what is open first, the nearest first. One query for all."""
    rows = list(timetables)
    days = days_of([row.pk for row in rows])
    return {
        row.pk: sorted(
            (_clock(found, today) for found in reckon(row.edition, row.kind, days.get(row.pk, {}))),
            key=lambda date: (date.met_on is not None, date.due_on, date.limit.key, date.part),
        )
        for row in rows
    }


def earliest(timetable: Timetable, key: str) -> dt.date | None:
    """The first day that a notice or a duration allows; None if nothing counts yet, or no rule."""
    limit = edition(timetable.edition).limit(key)
    if limit is None or not limit.is_earliest or not limit.applies(timetable.kind):
        return None
    begun = anchored_on(limit, days_of([timetable.pk]).get(timetable.pk, {}))
    return limit.count_from(begun) if begun else None


def _clock(found: Reckoned, today: dt.date) -> ClockDate:
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
    return ClockDate(found.limit, found.part, due_on, met_on, state, is_earliest, departs)
