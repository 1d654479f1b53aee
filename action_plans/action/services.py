"""What is done to one action: changed, worked on, completed, verified, carried over."""

import datetime as dt
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet

from action_plans import emails
from action_plans.deeds import (
    CARRY_OVER,
    CHANGE_ACTION,
    COMPLETE,
    RAISE,
    RECORD_PROGRESS,
    VERIFY,
)
from action_plans.door import door
from action_plans.models import UNFINISHED, Action, Level, Progress, Status, Step
from boards.models import Person
from common.deeds import Act
from deadlines import services as deadlines
from guidance.milestones import Milestone
from reviews.deciding import decider
from reviews.models import Review
from reviews.versions import check_version


def change_action(
    action: Action,
    *,
    by: Any,
    on: dt.date,
    version: int,
    facts: dict[str, Any],
    why: str = "",
    **words: Any,
) -> Action:
    """Change an action. Once the plan is final `why` stands in the action's diary."""
    act = Act().about(action)
    with door.deed(action, CHANGE_ACTION, by=by, on=on, act=act, **words) as fresh:
        check_version(version, fresh.version, fresh)
        is_handed_on = fresh.owner_id != facts["owner"].pk
        own = {name: value for name, value in facts.items() if name != "supporting"}
        for name, value in own.items():
            setattr(fresh, name, value)
        fresh.version += 1
        if not fresh.is_national:
            fresh.raised_on = None
        fresh.save(update_fields=[*own, "raised_on", "version"])
        if "supporting" in facts:
            fresh.supporting.set(facts["supporting"])
        deadlines.reach(
            fresh.plan.review.timetable,
            Milestone.ACTION_DUE,
            fresh.due_on,
            part=fresh.part,
            correcting=True,
        )
        if why:
            _enter(fresh, Step.CHANGED, by, on, note=why)
        if is_handed_on and fresh.plan.is_final:
            emails.given(fresh)
    return fresh


def record_progress(
    action: Action, *, by: Any, on: dt.date, note: str, evidence: str = "", **words: Any
) -> Progress:
    """The owner, or somebody who keeps the plan, writes down how far it is."""
    act = Act().about(action)
    with door.deed(action, RECORD_PROGRESS, by=by, on=on, act=act, **words) as fresh:
        deadlines.reach_last(fresh.plan.review.timetable, Milestone.PLAN_PROGRESS, on)
        return _enter(fresh, Step.PROGRESS, by, on, note=note, evidence=evidence)


def complete(
    action: Action, *, by: Any, on: dt.date, evidence: str, note: str = "", **words: Any
) -> Action:
    """It is done, and this is the evidence. Somebody else verifies it."""
    act = Act().about(action)
    with door.deed(action, COMPLETE, by=by, on=on, act=act, **words) as fresh:
        _stand(fresh, Status.COMPLETED)
        _enter(fresh, Step.COMPLETED, by, on, note=note, evidence=evidence)
        deadlines.reach(fresh.plan.review.timetable, Milestone.ACTION_DONE, on, part=fresh.part)
    return fresh


def verify(
    action: Action,
    *,
    by: Any,
    on: dt.date,
    note: str,
    outcome: str = "",
    decided_by: Person | None = None,
    **words: Any,
) -> Action:
    """Somebody other than its owner has looked at the evidence: it is done (§5.22).

    `outcome` is what has changed for children because of it, as far as it can be seen.
    """
    act = Act().about(action)
    with door.deed(
        action,
        VERIFY,
        by=by,
        on=on,
        decided_by=decided_by,
        not_before=completed_on(action),
        act=act,
        **words,
    ) as fresh:
        _stand(fresh, Status.VERIFIED)
        fresh.outcome = outcome
        fresh.save(update_fields=["outcome"])
        _enter(fresh, Step.VERIFIED, by, on, note=note, person=decided_by)
    return fresh


def completed_on(action: Action) -> dt.date | None:
    done = action.diary.filter(step=Step.COMPLETED).last()
    return done.on if done else None


def carry_over(
    action: Action,
    *,
    by: Any,
    on: dt.date,
    outcome: str,
    reasons: str,
    decided_by: Person | None = None,
    **words: Any,
) -> Action:
    """Let an action go, carried over or not accepted, with the reasons. Not by its owner."""
    act = Act().about(action)
    with door.deed(
        action,
        CARRY_OVER,
        by=by,
        on=on,
        decided_by=decided_by,
        details={"number": action.number, "outcome": outcome},
        act=act,
        **words,
    ) as fresh:
        _stand(fresh, outcome, reasons)
        _enter(fresh, Step.LET_GO, by, on, note=reasons, person=decided_by)
        # Its day no longer counts for this review; a day already met stays.
        if completed_on(fresh) is None:
            deadlines.unreach(fresh.plan.review.timetable, Milestone.ACTION_DUE, part=fresh.part)
    return fresh


def raise_with_government(
    action: Action, *, by: Any, on: dt.date, note: str, **words: Any
) -> Action:
    """A national action was raised with Welsh Government: no board carries it out alone."""
    act = Act().about(action)
    with door.deed(action, RAISE, by=by, on=on, act=act, **words) as fresh:
        fresh.raised_on = on
        fresh.save(update_fields=["raised_on"])
        _enter(fresh, Step.RAISED, by, on, note=note)
    return fresh


def carry_over_national(review: Review) -> None:
    """The review is closed: what is national and still open goes on elsewhere (§5.22)."""
    rows = Action.objects.filter(
        plan__review=review, level=Level.NATIONAL, status__in=UNFINISHED
    ).select_related("plan__review")
    for action in rows:
        was_open = action.status == Status.OPEN
        _stand(action, Status.CARRIED_OVER)
        if was_open:
            deadlines.unreach(review.timetable, Milestone.ACTION_DUE, part=action.part)


def carried_over_by_closing(review: Review) -> QuerySet[Action]:
    """The national actions that closing the review carried over; nobody let them go by hand."""
    by_hand = Progress.objects.filter(action=OuterRef("pk"), step=Step.LET_GO)
    return Action.objects.filter(
        ~Exists(by_hand),
        plan__review=review,
        level=Level.NATIONAL,
        status=Status.CARRIED_OVER,
    ).select_related("plan__review")


def take_up_again(review: Review) -> None:
    """The closing is undone: what it carried over is open again, or waits to be verified."""
    for action in carried_over_by_closing(review):
        is_completed = action.diary.filter(step=Step.COMPLETED).exists()
        _stand(action, Status.COMPLETED if is_completed else Status.OPEN)
        deadlines.reach(
            review.timetable, Milestone.ACTION_DUE, action.due_on, part=action.part, correcting=True
        )


def _stand(action: Action, status: str, reasons: str = "") -> None:
    action.status, action.reasons = status, reasons
    action.save(update_fields=["status", "reasons"])


def _enter(
    action: Action,
    step: Step,
    by: Any,
    on: dt.date,
    *,
    note: str = "",
    evidence: str = "",
    person: Person | None = None,
) -> Progress:
    return Progress.objects.create(
        action=action,
        step=step,
        on=on,
        by=decider(by, person),
        note=note,
        evidence=evidence,
        recorded_by=by,
    )
