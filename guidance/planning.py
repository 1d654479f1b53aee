"""The backward plan: which steps a review takes, and how many weeks before the six-month date.

The guidance sets no days for the steps in between. These weeks are this system's proposal, to be
adjusted for each review; only the date they are counted back from is a rule.
"""

import datetime as dt
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass

from guidance.limits import add_weeks
from guidance.milestones import Milestone
from guidance.words import noop


@dataclass(frozen=True)
class Step:
    """One step, `weeks` before the Board accepts the report (after it, where below nought). It is
    a milestone, or an errand that nobody should find out about too late."""

    code: str
    label: str
    weeks: int
    milestone: Milestone | None = None


def _milestone(milestone: Milestone, weeks: int) -> Step:
    return Step(str(milestone), milestone.label, weeks, milestone)


STEPS = (
    _milestone(Milestone.PANEL_FIRST_MET, 22),
    _milestone(Milestone.REVIEWERS_APPOINTED, 22),
    _milestone(Milestone.AGENCIES_ASKED, 21),
    Step("returns_due", noop("Agencies' timelines due"), 16),
    _milestone(Milestone.TIMELINES_RELEASED, 14),
    Step("family_met", noop("Family met, before the learning event"), 11),
    _milestone(Milestone.EVENT_HELD, 10),
    Step("learning_points", noop("Participants comment on the learning points"), 8),
    Step("report_drafted", noop("Report drafted"), 7),
    _milestone(Milestone.REPORT_AGREED, 5),
    Step("subgroup_reading", noop("Sub-group reads the report"), 4),
    Step("disclosure_check", noop("Disclosure check"), 4),
    Step("translation", noop("Report in both languages"), 3),
    Step("board_papers", noop("Papers to the Board"), 2),
    Step("family_told", noop("Family told what the report says"), 1),
    _milestone(Milestone.REPORT_ACCEPTED, 0),
    _milestone(Milestone.REPORT_SENT_TO_WG, -1),
    _milestone(Milestone.PUBLISHED, -4),
    _milestone(Milestone.PLAN_FINALISED, -4),
)
BY_CODE = {step.code: step for step in STEPS}
ACCEPTED = BY_CODE[str(Milestone.REPORT_ACCEPTED)]
ERRANDS = tuple(step for step in STEPS if step.milestone is None)
"""What is no milestone: shown done by the rooms that know, or recorded by hand."""


def ahead(reached: Collection[str]) -> tuple[Step, ...]:
    """The steps that are still to come. What lies before the furthest milestone reached is behind:
    nobody records errands for their own sake. After acceptance the steps run side by side."""
    done = [number for number, step in enumerate(STEPS) if step.code in reached]
    furthest = max(done, default=-1)
    return tuple(
        step
        for number, step in enumerate(STEPS)
        if step.code not in reached and (number > furthest or step.weeks < 0)
    )


def before(step: Step) -> tuple[Step, ...]:
    """The steps that come before it. After acceptance the steps run side by side."""
    return tuple(each for each in STEPS if each.weeks > step.weeks and each.weeks >= 0)


def _same(day: dt.date) -> dt.date:
    return day


def propose(
    end_on: dt.date,
    begun_on: dt.date,
    steps: Sequence[Step] = STEPS,
    workable: Callable[[dt.date], dt.date] = _same,
    end: Step = ACCEPTED,
) -> dict[str, dt.date]:
    """A day for each of these steps, if the step with which the clock stops is to be reached by
    `end_on`: the Board's acceptance, or what the board counts to instead.

    Where less time is left than usual, every step gives up the same share of it. `workable` takes
    a day to one on which something can be done: the last working day on or before it.
    """
    ends_on = workable(end_on)
    usual = 7 * (_longest(steps, end) + 1)
    share = min(max((ends_on - begun_on).days, 0) / usual, 1)
    days = {}
    for step in steps:
        weeks = step.weeks - end.weeks
        if weeks > 0:
            day = ends_on - dt.timedelta(days=round(7 * weeks * share))
            # A day that cannot be worked takes nothing back to before the beginning.
            days[step.code] = max(workable(day), min(begun_on, day))
        else:
            days[step.code] = workable(add_weeks(ends_on, -weeks))
    return days


def usual_end(begun_on: dt.date, steps: Sequence[Step], end: Step = ACCEPTED) -> dt.date:
    """When that step could be reached, if what is still to come takes as long as usual."""
    before = [step for step in steps if step.weeks >= end.weeks]
    return add_weeks(begun_on, _longest(before, end) + 1) if before else begun_on


def _longest(steps: Sequence[Step], end: Step) -> int:
    return max((step.weeks - end.weeks for step in steps if step.weeks > end.weeks), default=0)
