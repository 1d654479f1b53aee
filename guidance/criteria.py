"""What the criteria suggest: extended, concise or neither, and why. Pure: no database, no clock.

It never decides. What is not known yet leaves the answer open and says what is missing; where the
permanence of an impairment is not yet known, it says what the course would be if it were permanent.
"""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from guidance.edition import Criterion, Edition, Part
from guidance.limit import Kind, Limit
from guidance.words import Worded, noop


class Course(Worded):
    """What may follow from the criteria."""

    EXTENDED = "extended", noop("An extended review")
    CONCISE = "concise", noop("A concise review")
    NEITHER = "neither", noop("Neither: a forum, another process or no review")


class Event(StrEnum):
    """What happened to the child."""

    DIED = "died"
    LIFE_THREATENING = "life_threatening"
    IMPAIRMENT = "impairment"
    NONE = "none"


class On(StrEnum):
    """What a spell is a spell of."""

    REGISTER = "register"
    LOOKED_AFTER = "looked_after"


# The criterion of an edition by which each is measured.
OUTCOME = {
    Event.DIED: "died",
    Event.LIFE_THREATENING: "life_threatening_injury",
    Event.IMPAIRMENT: "serious_permanent_impairment",
}
EXTENDING = {On.REGISTER: "on_register", On.LOOKED_AFTER: "looked_after"}


class Missing(Worded):
    """What is not known yet, without which nothing is suggested."""

    ABUSE = "abuse", noop("Whether abuse or neglect is known or suspected")
    EVENT = "event", noop("What happened to the child")
    EVENT_DAY = "event_day", noop("The date of the event")
    IDENTIFIED_DAY = "identified_day", noop("The date on which the impairment was identified")
    PERMANENCE = "permanence", noop("Whether the impairment is permanent")
    RULE = "rule", noop("The rule of this edition: its text was not at hand")


class Remark(Worded):
    """What a person should weigh, because a date decides it narrowly or the rule cannot."""

    SAME_DAY = (
        "same_day",
        noop(
            "A time on the register or looked after begins on the day itself, which is outside"
            " the six months. If it began before the event, say so in the rationale."
        ),
    )
    ESTIMATED = "estimated", noop("A date that is estimated decides this. Confirm it.")
    NO_SPELLS = (
        "no_spells",
        noop(
            "No time on the register or looked after is recorded. If that was not checked, check"
            " it."
        ),
    )


@dataclass(frozen=True)
class Spell:
    """A child's time on the register or looked after; both days included, no last day: ongoing."""

    child: str
    on: On
    from_on: dt.date
    until_on: dt.date | None = None
    is_estimated: bool = False

    def within(self, window: tuple[dt.date, dt.date]) -> tuple[dt.date, dt.date] | None:
        """The days of the spell that lie in the window, or None."""
        first = max(self.from_on, window[0])
        last = min(self.until_on or window[1], window[1])
        return (first, last) if first <= last else None


@dataclass(frozen=True)
class Facts:
    """What is known of a case. None is "not known yet"."""

    abuse: bool | None = None
    event: Event | None = None
    permanent: bool | None = None
    event_on: dt.date | None = None
    identified_on: dt.date | None = None
    spells: tuple[Spell, ...] = ()
    care_leavers: tuple[str, ...] = ()
    own_days: tuple[tuple[str, dt.date], ...] = ()
    """Of a child who was harmed on another day: the day that is counted back from."""


@dataclass(frozen=True)
class Ground:
    """A criterion that decides, and for an extended review the child and the days in the window."""

    criterion: Criterion
    child: str = ""
    days: tuple[dt.date, dt.date] | None = None


@dataclass(frozen=True)
class Finding:
    """What the criteria suggest. No course: `missing` says what keeps it open."""

    course: Course | None
    grounds: tuple[Ground, ...] = ()
    missing: tuple[Missing, ...] = ()
    remarks: tuple[Remark, ...] = ()
    limit: Limit | None = None
    anchor_on: dt.date | None = None
    window: tuple[dt.date, dt.date] | None = None
    if_permanent: Course | None = None
    own_windows: tuple[tuple[str, tuple[dt.date, dt.date]], ...] = ()

    def window_of(self, child: str) -> tuple[dt.date, dt.date] | None:
        """The months that count for a child: those of their own day, else of the event."""
        return dict(self.own_windows).get(child, self.window)


def find(facts: Facts, edition: Edition) -> Finding:
    """Apply the edition's criteria: the gate, what happened, then register and care."""
    limit = look_back(edition)
    anchor = facts.identified_on if facts.event is Event.IMPAIRMENT else facts.event_on
    window = limit.window_before(anchor) if limit and anchor else None
    own = tuple((child, limit.window_before(day)) for child, day in facts.own_days if limit)
    shown = Finding(None, limit=limit, anchor_on=anchor, window=window, own_windows=own)
    if facts.abuse is False:
        return replace(shown, course=Course.NEITHER, grounds=(Ground(gate(edition)),))
    if facts.event is Event.NONE or (facts.event is Event.IMPAIRMENT and facts.permanent is False):
        return replace(shown, course=Course.NEITHER, grounds=outcomes(edition, facts.event))
    missing = list(lacking(facts))
    grounds = tuple(extended(facts, edition, shown))
    unknown_window = window is None and not grounds
    if unknown_window and limit is None:
        missing.append(Missing.RULE)
    elif unknown_window and facts.event is not None:
        missing.append(
            Missing.IDENTIFIED_DAY if facts.event is Event.IMPAIRMENT else Missing.EVENT_DAY
        )
    likely = None if unknown_window else Course.EXTENDED if grounds else Course.CONCISE
    met = outcomes(edition, facts.event) if facts.event else ()
    return replace(
        shown,
        course=None if missing else likely,
        grounds=(*met, *grounds),
        missing=tuple(missing),
        remarks=tuple(remarks(facts, shown, grounds)),
        if_permanent=likely if missing == [Missing.PERMANENCE] else None,
    )


def look_back(edition: Edition) -> Limit | None:
    """The edition's rule of the time before the event."""
    return next((each for each in edition.limits if each.kind is Kind.LOOK_BACK), None)


def gate(edition: Edition) -> Criterion:
    return next(each for each in edition.criteria if each.part is Part.GATE)


def outcomes(edition: Edition, event: Event) -> tuple[Ground, ...]:
    """The criterion that the event is measured by; all of them where it is none of these."""
    found = [each for each in edition.criteria if each.part is Part.OUTCOME]
    return tuple(Ground(each) for each in found if each.code == OUTCOME.get(event, each.code))


def lacking(facts: Facts) -> Iterator[Missing]:
    if facts.abuse is None:
        yield Missing.ABUSE
    if facts.event is None:
        yield Missing.EVENT
    if facts.event is Event.IMPAIRMENT and facts.permanent is None:
        yield Missing.PERMANENCE


def extended(facts: Facts, edition: Edition, shown: Finding) -> Iterator[Ground]:
    """Each spell of any index child that touches the window, and each care leaver."""
    by_code = {each.code: each for each in edition.criteria if each.part is Part.EXTENDED}
    limit = look_back(edition)
    for spell in facts.spells:
        # The draft of 2012 looks back on the register alone: care counts as it stood at last.
        window = shown.window_of(spell.child)
        now_only = limit and limit.key == "register" and spell.on is On.LOOKED_AFTER
        reach = (window[1], window[1]) if window and now_only else window
        days = spell.within(reach) if reach else None
        if days and EXTENDING[spell.on] in by_code:
            yield Ground(by_code[EXTENDING[spell.on]], spell.child, days)
    care = EXTENDING[On.LOOKED_AFTER]
    if care in by_code:
        for child in facts.care_leavers:
            yield Ground(by_code[care], child)


def remarks(facts: Facts, shown: Finding, grounds: tuple[Ground, ...]) -> Iterator[Remark]:
    if shown.window is None and not shown.own_windows:
        return
    windows = [(each, shown.window_of(each.child)) for each in facts.spells]
    touching = [each for each, window in windows if window and each.within(window)]
    anchors = dict(facts.own_days)
    if not touching and any(
        each.from_on == anchors.get(each.child, shown.anchor_on) for each in facts.spells
    ):
        yield Remark.SAME_DAY
    sure = [each for each in touching if not each.is_estimated] or facts.care_leavers
    if not sure and any(each.is_estimated for each in facts.spells):
        yield Remark.ESTIMATED
    if not facts.spells and not grounds:
        yield Remark.NO_SPELLS


__all__ = ["Course", "Event", "Facts", "Finding", "Ground", "Missing", "On", "Remark", "Spell"]
