"""How long each stage took, beside what was planned for it and what kept it."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from django.utils.translation import gettext

from common.deeds import Sentence
from deadlines.models import Extension, PlannedDay, StandingCause
from deadlines.reckoning import Days
from guidance.causes import Cause
from guidance.milestones import Milestone
from guidance.planning import STEPS
from reviews.journey import OF_THE_RECORD, USUAL_ORDER, Stage
from reviews.models import ProceedingHold, Review, StageChange
from reviews.taking_on.before import is_before, taken_on_at
from reviews.taking_on.milestones import LEAVING
from reviews.timing.errands import errands_done
from reviews.timing.standing import Whole

# By which planned step a stage is to be left.
PLANNED: dict[str, str] = {stage: str(milestone) for stage, milestone in LEAVING.items()} | {
    Stage.FOLLOW_THROUGH: str(Milestone.PUBLISHED)
}


@dataclass(frozen=True)
class Kept:
    """Something that kept the review for a time: a cause that stood, or a hold."""

    label: str
    from_on: dt.date
    until_on: dt.date | None
    is_hold: bool

    def touches(self, first: dt.date, last: dt.date) -> bool:
        return self.from_on <= last and (self.until_on is None or self.until_on >= first)


@dataclass
class StageTime:
    """One stage. It may have been visited more than once: sent back by the Board, or undone."""

    stage: Stage
    visits: list[tuple[dt.date, dt.date | None]] = field(default_factory=list)
    planned_from: dt.date | None = None
    planned_until: dt.date | None = None
    today: dt.date = dt.date.min
    kept: list[Kept] = field(default_factory=list)
    is_unrecorded: bool = False
    """It was over before the review was taken on, and its days were not given."""

    @property
    def label(self) -> Sentence:
        return self.stage.label

    @property
    def began_on(self) -> dt.date | None:
        return self.visits[0][0] if self.visits else None

    @property
    def left_on(self) -> dt.date | None:
        return self.visits[-1][1] if self.visits else None

    @property
    def is_open(self) -> bool:
        return bool(self.visits) and self.visits[-1][1] is None

    @property
    def days(self) -> int | None:
        """How many days it has taken; a day out of order takes none."""
        if not self.visits:
            return None
        return sum(max(((until or self.today) - since).days, 0) for since, until in self.visits)

    @property
    def days_over(self) -> int | None:
        """How many days later than planned it was left, or is while it goes on."""
        if self.planned_until is None or not self.visits:
            return None
        over = ((self.left_on or self.today) - self.planned_until).days
        return None if self.is_open and over < 0 else over

    @property
    def why(self) -> list[str]:
        return list(dict.fromkeys(each.label for each in self.kept))


def stages_of(review: Review, whole: Whole, kept: Sequence[Kept]) -> list[StageTime]:
    """The stages along the road that were visited, are planned, or lay before the review was
    taken on; in their order."""
    planned, today = whole.planned, whole.today
    found = {stage: StageTime(stage, today=today) for stage in USUAL_ORDER[:-1]}
    for stage, since, until in _visits(review, whole.days):
        row = found.get(Stage.DECISION if stage == Stage.BOARD_DISCUSSION else Stage(stage))
        if row is not None:
            row.visits.append((since, until))
    before: dt.date | None = None
    for row in found.values():
        row.planned_until = planned.get(PLANNED[row.stage])
        if row.planned_until:
            row.planned_from = min(before or row.began_on or row.planned_until, row.planned_until)
        before = row.planned_until or row.left_on or before
        row.is_unrecorded = is_before(review, row.stage) and not row.visits
        row.kept = [
            each
            for each in kept
            if any(each.touches(since, until or today) for since, until in row.visits)
        ]
    return [row for row in found.values() if row.visits or row.planned_until or row.is_unrecorded]


def _visits(review: Review, days: Days) -> Iterable[tuple[str, dt.date, dt.date | None]]:
    """Every stay at a stage. Of a review taken on, the days before are those that were given."""
    entered = days.get((str(Milestone.REFERRED), ""))
    if taken_on_at(review):
        for stage in USUAL_ORDER:
            if not is_before(review, stage):
                break
            left = days.get((str(LEAVING.get(stage, "")), ""))
            if entered and left:
                yield stage, entered, left
            entered = left
    for change in seen_changes(review):
        if change.move in OF_THE_RECORD:
            entered = entered or change.on
            continue
        if entered:
            yield change.from_stage, entered, change.on
        entered = change.on
    if review.is_running:
        yield review.stage, entered or review.stage_since, None


def seen_changes(review: Review) -> list[StageChange]:
    """The moves that stand, for a page that only shows them, kept on the instance."""
    kept: list[StageChange] | None = review.__dict__.get("_changes")
    if kept is None:
        kept = list(StageChange.objects.standing().filter(review=review).order_by("pk"))
        review.__dict__["_changes"] = kept
    return kept


def kept_back(review: Review) -> list[Kept]:
    """The causes that were given and what was held, each from when until when. Two queries."""
    causes = [
        Kept(gettext(Cause(row.cause).label), row.since_on, row.ended_on, is_hold=False)
        for row in StandingCause.objects.filter(timetable=review.timetable_id)
    ]
    holds = [
        Kept(
            f"{gettext('On hold:')} {hold.get_held_display()}",
            hold.since_on,
            hold.lifted_on,
            is_hold=True,
        )
        for hold in ProceedingHold.objects.filter(proceeding__review=review)
    ]
    return sorted([*causes, *holds], key=lambda each: each.from_on)


@dataclass(frozen=True)
class StepTime:
    """One step of the plan: what was planned at first, what is planned now, what became of it."""

    label: str
    first_on: dt.date | None
    planned_on: dt.date | None
    done_on: dt.date | None
    known: Sequence[str]
    is_ahead: bool = False
    """Still to come: not done, and no later milestone reached."""

    @property
    def has_moved(self) -> bool:
        return bool(self.first_on and self.planned_on and self.first_on != self.planned_on)

    @property
    def days_over(self) -> int | None:
        if self.planned_on is None or self.done_on is None:
            return None
        return (self.done_on - self.planned_on).days


def steps_of(review: Review, whole: Whole, known: Mapping[str, Sequence[str]]) -> list[StepTime]:
    """The steps of the plan beside what was done, in the order planned."""
    planned, errands = whole.planned, errands_done(review)
    first = dict(
        PlannedDay.objects.filter(plan__timetable=review.timetable_id, plan__number=1).values_list(
            "step", "on"
        )
    )
    rows = []
    for step in STEPS:
        done_on = whole.days.get((step.code, "")) or errands.get(step.code)
        is_ahead = step in whole.ahead and done_on is None
        if step.code in planned or step.code in first or done_on:
            rows.append(
                StepTime(
                    gettext(step.label),
                    first.get(step.code),
                    planned.get(step.code),
                    done_on,
                    known.get(step.code, ()) if is_ahead else (),
                    is_ahead,
                )
            )
    return rows


@dataclass(frozen=True)
class Said:
    """What was said of a delay, and when: an extension, or a look at its causes."""

    on: dt.date
    causes: list[str]
    words: str
    next_look_on: dt.date | None
    agreed_by: str = ""
    from_on: dt.date | None = None
    until_on: dt.date | None = None
    withdrawn_on: dt.date | None = None
    withdrawn_why: str = ""
    extension: int | None = None
    """Its key, where it is one."""


def said_of(review: Review) -> list[Said]:
    """What was said of the delay, the latest first. Two queries."""
    extensions = [
        (
            row.recorded_at,
            Said(
                row.agreed_on,
                _labels(row.causes),
                row.words,
                row.next_look_on,
                row.agreed_by,
                row.from_on,
                row.until_on,
                row.withdrawn_on,
                row.withdrawn_why,
                row.pk,
            ),
        )
        for row in Extension.objects.filter(timetable=review.timetable_id)
    ]
    looks = [
        (
            row.recorded_at,
            Said(row.looked_on, _labels(row.causes), row.words, row.next_look_on),
        )
        for row in review.timetable.cause_looks.all()
    ]
    said = sorted([*extensions, *looks], key=lambda each: (each[1].on, each[0]), reverse=True)
    return [each for _recorded_at, each in said]


def _labels(codes: Iterable[str]) -> list[str]:
    return [gettext(Cause(code).label) for code in codes]
