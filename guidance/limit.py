"""What one rule of the guidance is: a number, what it counts from and to, where it stands, and how
surely we know it."""

import datetime as dt
from dataclasses import dataclass

from guidance import limits
from guidance.milestones import Milestone
from guidance.words import Worded, noop


class ReviewKind(Worded):
    """The two kinds of child practice review."""

    CONCISE = "concise", noop("Concise")
    EXTENDED = "extended", noop("Extended")


class Kind(Worded):
    """How a rule binds."""

    MAXIMUM = "maximum", noop("No later than")
    NOTICE = "notice", noop("Notice before")
    DURATION = "duration", noop("At least for")
    PERIOD = "period", noop("Period looked at")
    LOOK_BACK = "look_back", noop("Time before the event")
    QUANTITY = "quantity", noop("At least this many")
    FIXED_DAY = "fixed_day", noop("Day of the year")
    DUTY = "duty", noop("Duty")
    TARGET = "target", noop("The board's own target")


class Unit(Worded):
    """What a rule's number counts. A day of the year is month times 100 plus day."""

    DAYS = "days", noop("Calendar days")
    WORKING_DAYS = "working_days", noop("Working days")
    MONTHS = "months", noop("Calendar months")
    WEEKS = "weeks", noop("Weeks of seven days")
    NUMBER = "number", noop("Number")
    DAY_OF_YEAR = "day_of_year", noop("Day of the year")
    NONE = "none", noop("No number")


class Severity(Worded):
    """What a departure from the rule meets in this system."""

    BLOCKS = "blocks", noop("The step waits")
    WARNS = "warns", noop("A warning, and a reason is asked")
    TELLS = "tells", noop("Shown only")


class Standing(Worded):
    """How surely the rule is known."""

    STATUTE = "statute", noop("Read in the legislation")
    GUIDANCE = "guidance", noop("Read in the guidance")
    SECOND_HAND = "second_hand", noop("Second-hand: a summary or a quotation of the guidance")
    ASSUMED = "assumed", noop("Assumed: to be checked against the guidance")
    OWN = "own", noop("Set by the board itself: no rule of the guidance")


class Need(Worded):
    """What a rule asks for before it may be relied on."""

    PANEL_DECISION = "panel_decision", noop("Decision of the panel")
    REASON = "reason", noop("Reason")


@dataclass(frozen=True)
class Limit:
    """One rule. Of several anchors the first that was reached counts (receipt, else sending).

    `also_ends` names what ends it too, whichever comes first. `end_choices` are the ends a board
    may count to, where the guidance names none; `beside` is shown beside the end and ends nothing.
    """

    key: str
    kind: Kind
    label: str
    sentence: str
    citation: str
    standing: Standing
    value: int = 0
    unit: Unit = Unit.NONE
    anchor: tuple[Milestone, ...] = ()
    end: Milestone | None = None
    severity: Severity = Severity.WARNS
    applies_to: tuple[ReviewKind, ...] = ()
    needs: tuple[Need, ...] = ()
    by_part: bool = False
    also_ends: tuple[Milestone, ...] = ()
    end_choices: tuple[Milestone, ...] = ()
    beside: tuple[Milestone, ...] = ()
    outlives: bool = False
    """It is owed after the end of the review too."""

    def applies(self, kind: str) -> bool:
        """Whether it holds for a review of that kind ('' while undecided)."""
        return not self.applies_to or kind in self.applies_to

    @property
    def is_deadline(self) -> bool:
        """Whether it sets a last day (rather than a first one, or none)."""
        return self.kind in (Kind.MAXIMUM, Kind.TARGET) and bool(self.anchor)

    @property
    def is_earliest(self) -> bool:
        """Whether it sets a first day: the end may not come before."""
        return self.kind in (Kind.NOTICE, Kind.DURATION) and bool(self.anchor)

    @property
    def shown_beside(self) -> tuple[Milestone, ...]:
        """The days of interest beside the end that is counted to."""
        return tuple(each for each in (*self.end_choices, *self.beside) if each is not self.end)

    def count_from(self, anchor_on: dt.date) -> dt.date:
        """The last day of a maximum, the first allowed day of a notice or a duration."""
        return self._move(anchor_on, self.value)

    def count_back_from(self, end_on: dt.date) -> dt.date:
        """The latest day for the anchor, if the end is planned for that day."""
        return self._move(end_on, -self.value)

    def window_before(self, day: dt.date) -> tuple[dt.date, dt.date]:
        """The first and last day that a look-back covers."""
        if self.kind is not Kind.LOOK_BACK:
            raise ValueError(f"{self.key} looks back on nothing.")
        return limits.look_back(day, self.value)

    def _move(self, day: dt.date, value: int) -> dt.date:
        if self.unit is Unit.MONTHS:
            return limits.add_months(day, value)
        if self.unit is Unit.WEEKS:
            return limits.add_weeks(day, value)
        if self.unit is Unit.DAYS:
            return day + dt.timedelta(days=value)
        raise ValueError(f"{self.key} counts neither months nor weeks.")
