"""What ends a plan: what was learned is passed on, the Board closes it, its difference is told."""

import datetime as dt
from typing import Any

from action_plans.deeds import CLOSE_PLAN, DISSEMINATE, REPORT_DIFFERENCE
from action_plans.models import DifferenceReport, Dissemination, Plan
from action_plans.plan.services import finalised_on, open_plan
from boards.models import Person
from common.deeds import Act
from reviews.deciding import decider
from reviews.door import deed
from reviews.models import Review


def disseminate(
    review: Review,
    *,
    by: Any,
    on: dt.date,
    how: str,
    audience: str,
    note: str = "",
    **words: Any,
) -> Dissemination:
    """Record that what was learned was passed on; as often as it happens."""
    act = Act(details={"how": how})
    with deed(review, DISSEMINATE, by=by, on=on, act=act, **words) as fresh:
        row = Dissemination.objects.create(
            plan=open_plan(fresh), how=how, audience=audience, note=note, on=on, recorded_by=by
        )
        act.about(row)
    return row


def close_plan(
    review: Review,
    *,
    by: Any,
    on: dt.date,
    decision: str,
    decided_by: Person | None = None,
    **words: Any,
) -> Plan:
    """The Board closes the plan: what it set out to do is done, or goes on elsewhere."""
    act = Act()
    with deed(
        review,
        CLOSE_PLAN,
        by=by,
        on=on,
        decided_by=decided_by,
        not_before=finalised_on(review),
        act=act,
        **words,
    ) as fresh:
        plan = open_plan(fresh)
        plan.closed_on, plan.closing_decision = on, decision
        plan.closed_by = decider(by, decided_by)
        plan.save(update_fields=["closed_on", "closed_by", "closing_decision"])
        act.about(plan)
    return plan


def report_difference(
    review: Review,
    *,
    by: Any,
    on: dt.date,
    difference: str,
    evidence: str = "",
    agreed_on: dt.date | None = None,
    inspectorates_on: dt.date | None = None,
    **words: Any,
) -> DifferenceReport:
    """Record the report of what difference the review made; `on` is the day it was sent."""
    act = Act()
    with deed(review, REPORT_DIFFERENCE, by=by, on=on, act=act, **words) as fresh:
        row = DifferenceReport.objects.create(
            plan=open_plan(fresh),
            difference=difference,
            evidence=evidence,
            agreed_on=agreed_on,
            sent_on=on,
            inspectorates_on=inspectorates_on,
            recorded_by=by,
        )
        act.about(row)
    return row
