"""What is waited for without a limit of the guidance: the steps of reminders.py speak of it.

None of these is a deadline, so none of them makes a review late. Some begin with a milestone and
end with the next; the others run to a day that somebody has set, until the matter is done.
"""

import datetime as dt
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from guidance.milestones import SET_DAYS, Milestone
from guidance.words import noop

PREFIX = "wait."
OWN_TRANSLATION_WEEKS = 2
"""This system's own: the report is wanted in both languages so long after its acceptance, where the
plan names no day for it."""


@dataclass(frozen=True)
class Wait:
    """One thing waited for, by part where it is a day that was set.

    `unless` is the board's own target that says the same; `put_off` is the set day that takes its
    place. What `outlives` the review is owed after its end too.
    """

    key: str
    label: str
    begins: Milestone
    ends: Milestone | None = None
    unless: str = ""
    put_off: Milestone | None = None
    outlives: bool = False

    @property
    def is_set(self) -> bool:
        """Whether its day was set, and lies ahead when it is; else it is the day it began."""
        return self.begins in SET_DAYS and self.begins is not Milestone.STATEMENT_WANTED


WAITS = (
    Wait(
        "wait.referral",
        noop("Referral to be forwarded to the sub-group"),
        Milestone.REFERRED,
        Milestone.FORWARDED,
    ),
    Wait(
        "wait.recommendation",
        noop("Recommendation of the sub-group"),
        Milestone.FORWARDED,
        Milestone.RECOMMENDED,
        unless="target.subgroup_meets",
        put_off=Milestone.DEFERRED_UNTIL,
    ),
    Wait("wait.deferred", noop("Deferred case: look at it again"), Milestone.DEFERRED_UNTIL),
    Wait(
        "wait.decision",
        noop("Decision of the Board Chair"),
        Milestone.RECOMMENDED,
        Milestone.DECIDED,
        unless="target.chair_decides",
    ),
    Wait(
        "wait.notice_of_recommendation",
        noop("Notice to Welsh Government of the recommendation"),
        Milestone.RECOMMENDED,
        Milestone.WG_TOLD_OF_RECOMMENDATION,
        unless="target.wg_told_of_recommendation",
        outlives=True,
    ),
    Wait(
        "wait.notice_of_outcome",
        noop("Notice to Welsh Government of the outcome"),
        Milestone.DECIDED,
        Milestone.WG_TOLD_OF_OUTCOME,
        unless="target.wg_told_of_outcome",
        outlives=True,
    ),
    Wait("wait.hold", noop("Next look at a hold"), Milestone.HOLD_LOOK),
    Wait("wait.cause", noop("Next look at the causes of delay"), Milestone.CAUSE_LOOK),
    Wait(
        "wait.invitations",
        noop("Invitations to the learning event without an answer"),
        Milestone.EVENT_PLANNED,
    ),
    Wait("wait.statement", noop("Reviewer's statement"), Milestone.STATEMENT_WANTED),
    Wait("wait.translation", noop("Report in both languages"), Milestone.TRANSLATION_DUE),
)
BY_KEY = {wait.key: wait for wait in WAITS}


def waiting(
    days: Mapping[tuple[str, str], dt.date],
    targets: Collection[str],
    passed: Collection[str] = (),
) -> Iterator[tuple[Wait, str, dt.date]]:
    """What is waited for on a timetable with these days, by part, and its day. `targets` are the
    keys of the board's own that run on it; `passed` was reached on a day that is not known."""
    set_days = {milestone for milestone, _part in days}
    is_over = Milestone.CLOSED in set_days
    for wait in WAITS:
        if (is_over and not wait.outlives) or wait.unless in targets or wait.put_off in set_days:
            continue
        for (milestone, part), day in days.items():
            is_done = (wait.ends, part) in days or wait.ends in passed
            if milestone == wait.begins and not is_done:
                yield wait, part, day
