"""When people are reminded of a limit, and to whom a late matter goes up: steps as data.

The guidance sets no reminders. These are the system's own, and every board's alike; a board's own
targets are reminded of in one way. Nothing here counts working days: a step has its day, and the
mail goes on the next day that is worked.
"""

import datetime as dt
from dataclasses import dataclass

from guidance import limits
from guidance.targets import AGENCY_RETURNS, target_of
from guidance.words import Worded, noop

RETURN_AS_TARGET = AGENCY_RETURNS.rule.key
"""An agency's return under an edition that sets no such limit."""


class Way(Worded):
    """What a step asks."""

    REMIND = "remind", noop("Reminder")
    ASK_CAUSE = "ask_cause", noop("Question why it is late")
    ESCALATE = "escalate", noop("Going up")


class Whom(Worded):
    """To whom a step speaks. Who that is on one review is found when it is sent."""

    COORDINATOR = "coordinator", noop("Co-ordinator")
    SUBGROUP_CHAIR = "subgroup_chair", noop("Sub-group chair")
    BOARD_CHAIR = "board_chair", noop("Board Chair")
    AUTHOR = "author", noop("Author of the agency's timeline")
    PANEL_MEMBER = "panel_member", noop("Agency's member of the panel")
    AGENCY_BOARD_MEMBER = "agency_board_member", noop("Agency's member of the Board")
    OWNER = "owner", noop("Owner of the action")
    REVIEWER = "reviewer", noop("Reviewer")


@dataclass(frozen=True)
class Step:
    """One step: so many months, weeks and days from the anchor of the limit or from its day.

    `again` repeats it every so many months, for as long as the limit is not met.
    """

    code: str
    way: Way
    whom: Whom
    months: int = 0
    weeks: int = 0
    days: int = 0
    from_anchor: bool = False
    again: int = 0

    def day(self, anchor_on: dt.date | None, due_on: dt.date, turn: int = 0) -> dt.date:
        """The day of the step, or of its repetition."""
        base = anchor_on if self.from_anchor and anchor_on else due_on
        day = limits.add_months(base, self.months + turn * self.again)
        return limits.add_weeks(day, self.weeks) + dt.timedelta(days=self.days)

    def is_one_of(self, day: dt.date, anchor_on: dt.date | None, due_on: dt.date) -> bool:
        """Whether the step, or a repetition of it, falls on that day."""
        found = self.day(anchor_on, due_on)
        turn = 0
        while self.again and found < day:
            turn += 1
            found = self.day(anchor_on, due_on, turn)
        return found == day

    def first_from(self, day: dt.date, anchor_on: dt.date | None, due_on: dt.date) -> dt.date:
        """The first that falls on that day or after it; of a step done once, its only day."""
        found = self.day(anchor_on, due_on)
        turn = 0
        while self.again and found < day:
            turn += 1
            found = self.day(anchor_on, due_on, turn)
        return found


OF_A_RETURN = (
    Step("week_before", Way.REMIND, Whom.AUTHOR, weeks=-1),
    Step("late", Way.REMIND, Whom.AUTHOR, days=1),
    Step("to_panel_member", Way.ESCALATE, Whom.PANEL_MEMBER, weeks=1),
    Step("to_agency_board_member", Way.ESCALATE, Whom.AGENCY_BOARD_MEMBER, weeks=2),
)
OF_A_NOTICE = (
    Step("two_weeks", Way.REMIND, Whom.COORDINATOR, weeks=2),
    Step("four_weeks", Way.REMIND, Whom.COORDINATOR, weeks=4),
)

STEPS: dict[str, tuple[Step, ...]] = {
    "review_complete": (
        Step("three_months", Way.REMIND, Whom.COORDINATOR, months=3, from_anchor=True),
        Step("five_months", Way.REMIND, Whom.COORDINATOR, months=5, from_anchor=True),
        Step("due", Way.ASK_CAUSE, Whom.COORDINATOR),
        Step("each_month", Way.ASK_CAUSE, Whom.COORDINATOR, months=7, from_anchor=True, again=1),
        Step("to_subgroup_chair", Way.ESCALATE, Whom.SUBGROUP_CHAIR, months=7, from_anchor=True),
        Step("to_board_chair", Way.ESCALATE, Whom.BOARD_CHAIR, months=8, from_anchor=True),
    ),
    "agency_return": OF_A_RETURN,
    "action_plan_final": (
        Step("two_weeks", Way.REMIND, Whom.COORDINATOR, weeks=2, from_anchor=True),
        Step("due", Way.REMIND, Whom.COORDINATOR),
        Step("to_subgroup_chair", Way.ESCALATE, Whom.SUBGROUP_CHAIR, weeks=1),
        Step("to_board_chair", Way.ESCALATE, Whom.BOARD_CHAIR, weeks=4),
    ),
    "action_done": (
        Step("two_weeks_before", Way.REMIND, Whom.OWNER, weeks=-2),
        Step("late", Way.REMIND, Whom.OWNER, days=1),
        Step("to_coordinator", Way.REMIND, Whom.COORDINATOR, weeks=2),
        Step("to_subgroup_chair", Way.ESCALATE, Whom.SUBGROUP_CHAIR, weeks=6),
    ),
    # These set the first day on which something is allowed: the reminder says that it has come.
    "wg_notice_before_publication": (Step("due", Way.REMIND, Whom.COORDINATOR),),
    "publication_minimum": (Step("due", Way.REMIND, Whom.COORDINATOR),),
    # What is waited for without a limit: guidance/waits.py.
    "wait.referral": (
        Step("week", Way.REMIND, Whom.COORDINATOR, weeks=1),
        Step("three_weeks", Way.REMIND, Whom.COORDINATOR, weeks=3),
    ),
    "wait.recommendation": (
        Step("four_weeks", Way.REMIND, Whom.SUBGROUP_CHAIR, weeks=4),
        Step("to_coordinator", Way.REMIND, Whom.COORDINATOR, weeks=8),
    ),
    "wait.deferred": (
        Step("due", Way.REMIND, Whom.COORDINATOR),
        Step("late", Way.REMIND, Whom.SUBGROUP_CHAIR, weeks=2),
    ),
    "wait.decision": (
        Step("two_weeks", Way.REMIND, Whom.BOARD_CHAIR, weeks=2),
        Step("to_coordinator", Way.REMIND, Whom.COORDINATOR, weeks=4),
    ),
    "wait.notice_of_recommendation": OF_A_NOTICE,
    "wait.notice_of_outcome": OF_A_NOTICE,
    "wait.hold": (
        Step("due", Way.REMIND, Whom.COORDINATOR),
        Step("late", Way.REMIND, Whom.COORDINATOR, weeks=2),
    ),
    "wait.cause": (Step("due", Way.ASK_CAUSE, Whom.COORDINATOR),),
    "wait.invitations": (
        Step("three_weeks_before", Way.REMIND, Whom.COORDINATOR, weeks=-3),
        Step("week_before", Way.REMIND, Whom.COORDINATOR, weeks=-1),
    ),
    "wait.statement": (
        Step("two_weeks", Way.REMIND, Whom.REVIEWER, weeks=2),
        Step("four_weeks", Way.REMIND, Whom.REVIEWER, weeks=4),
        Step("to_coordinator", Way.REMIND, Whom.COORDINATOR, weeks=4),
    ),
    "wait.translation": (
        Step("week_before", Way.REMIND, Whom.COORDINATOR, weeks=-1),
        Step("due", Way.REMIND, Whom.COORDINATOR),
        Step("late", Way.REMIND, Whom.COORDINATOR, weeks=2),
    ),
}

# Of a board's own target: shortly before, and when it was missed. It is said to whoever does it.
DOES: dict[str, Whom] = {
    "target.subgroup_meets": Whom.SUBGROUP_CHAIR,
    "target.chair_decides": Whom.BOARD_CHAIR,
}


def of_a_target(key: str) -> tuple[Step, ...]:
    whom = DOES.get(key, Whom.COORDINATOR)
    return (
        Step("week_before", Way.REMIND, whom, weeks=-1),
        Step("late", Way.REMIND, whom, days=1),
        Step("to_coordinator", Way.REMIND, Whom.COORDINATOR, weeks=1),
    )


def steps_of(key: str) -> tuple[Step, ...]:
    """The steps of a limit, or of a board's own target; none where nobody is reminded."""
    if key == RETURN_AS_TARGET:
        return OF_A_RETURN
    return of_a_target(key) if target_of(key) else STEPS.get(key, ())


def step_of(key: str, code: str) -> Step | None:
    """One step; None if a later release has done away with it."""
    return next((step for step in steps_of(key) if step.code == code), None)


def next_up(
    key: str, anchor_on: dt.date | None, due_on: dt.date, after: dt.date
) -> tuple[Step, dt.date] | None:
    """The next step after that day by which it goes up, and its day; None where it goes no
    further."""
    days = [
        (step, step.day(anchor_on, due_on)) for step in steps_of(key) if step.way is Way.ESCALATE
    ]
    return min((each for each in days if each[1] > after), key=lambda each: each[1], default=None)
