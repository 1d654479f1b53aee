"""What is done to a plan: outlined, filled with actions, finalised, approved, sent."""

import datetime as dt
from typing import Any

from action_plans import emails
from action_plans.deeds import ADD_ACTION, APPROVE, FINALISE, SEND, WRITE_OUTLINE
from action_plans.models import Action, Plan
from action_plans.reading import plan_of
from boards.models import Person
from common.deeds import Act
from deadlines import services as deadlines
from guidance.milestones import Milestone
from reviews.deciding import decider
from reviews.door import deed
from reviews.models import Review
from reviews.versions import check_version


def open_plan(review: Review) -> Plan:
    """The review's plan; its row is made with the first act on it, under the review's lock."""
    return Plan.objects.get_or_create(review=review)[0]


def write_outline(
    review: Review,
    *,
    by: Any,
    on: dt.date,
    version: int,
    outline: str,
    no_action_because: str = "",
    **words: Any,
) -> Plan:
    """The panel writes down what it means to do; `version` is the one that was opened (0: none)."""
    act = Act()
    with deed(review, WRITE_OUTLINE, by=by, on=on, act=act, **words) as fresh:
        plan = open_plan(fresh)
        check_version(version, plan.version, plan)
        plan.version += 1
        plan.outline, plan.no_action_because = outline, no_action_because
        plan.outline_on = plan.outline_on or on
        plan.save(update_fields=["version", "outline", "no_action_because", "outline_on"])
        act.about(plan)
    return plan


def add_action(
    review: Review, *, by: Any, on: dt.date, facts: dict[str, Any], **words: Any
) -> Action:
    """Add an action with its owner and its day. The owner is told once the plan is final."""
    act = Act()
    with deed(review, ADD_ACTION, by=by, on=on, act=act, **words) as fresh:
        plan = open_plan(fresh)
        own = {name: value for name, value in facts.items() if name != "supporting"}
        action = Action.objects.create(plan=plan, number=plan.actions.count() + 1, **own)
        action.supporting.set(facts.get("supporting", ()))
        deadlines.reach(fresh.timetable, Milestone.ACTION_DUE, action.due_on, part=action.part)
        if plan.is_final:
            emails.given(action)
        act.about(action, number=action.number)
    return action


def finalise(
    review: Review, *, by: Any, on: dt.date, decided_by: Person | None = None, **words: Any
) -> Plan:
    """The panel's chair finalises the plan: the four weeks end, the owners get their actions."""
    act = Act()
    with deed(review, FINALISE, by=by, on=on, decided_by=decided_by, act=act, **words) as fresh:
        plan = open_plan(fresh)
        plan.finalised_on = on
        plan.finalised_by = decider(by, decided_by)
        plan.save(update_fields=["finalised_on", "finalised_by"])
        deadlines.reach(fresh.timetable, Milestone.PLAN_FINALISED, on)
        for action in plan.actions.select_related("owner", "plan__review__board"):
            emails.given(action)
        emails.finalised(fresh, on)
        act.about(plan)
    return plan


def finalised_on(review: Review) -> dt.date | None:
    plan = plan_of(review)
    return plan.finalised_on if plan else None


def approve(
    review: Review, *, by: Any, on: dt.date, decided_by: Person | None = None, **words: Any
) -> Plan:
    """The Board approves the plan."""
    act = Act()
    with deed(
        review,
        APPROVE,
        by=by,
        on=on,
        decided_by=decided_by,
        not_before=finalised_on(review),
        act=act,
        **words,
    ) as fresh:
        plan = open_plan(fresh)
        plan.approved_on = on
        plan.approved_by = decider(by, decided_by)
        plan.save(update_fields=["approved_on", "approved_by"])
        deadlines.reach(fresh.timetable, Milestone.PLAN_APPROVED, on)
        act.about(plan)
    return plan


def send(review: Review, *, by: Any, on: dt.date, **words: Any) -> Plan:
    """Record that the plan went to Welsh Government; before its approval, with the reason why."""
    act = Act()
    with deed(
        review,
        SEND,
        by=by,
        on=on,
        not_before=finalised_on(review),
        act=act,
        **words,
    ) as fresh:
        plan = open_plan(fresh)
        plan.sent_on = on
        plan.save(update_fields=["sent_on"])
        deadlines.reach(fresh.timetable, Milestone.PLAN_SENT_TO_WG, on)
        act.about(plan)
    return plan
