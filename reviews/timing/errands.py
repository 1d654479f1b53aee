"""What shows that an errand of the plan is done: a fact that some room holds, or, where none does,
that somebody recorded it."""

import datetime as dt
from collections.abc import Mapping

from deadlines.plans import steps_done
from deadlines.services import days_of
from guidance.milestones import Milestone
from reviews.models import Body, Meeting, Review
from reviews.rooms import in_order

RETURNS, READING = "returns_due", "subgroup_reading"


def errands_done(review: Review) -> dict[str, dt.date]:
    """By errand, the day on which it was done. What was recorded by hand goes before the facts:
    somebody looked."""
    found: dict[str, dt.date] = {}
    for room in in_order():
        found |= room.done(review)
    return found | steps_done(review.timetable_id)


def done_here(review: Review) -> Mapping[str, dt.date]:
    """Every agency that was asked has returned its timeline; the sub-group met after the panel had
    agreed the report. Two queries."""
    days = days_of([review.timetable_id]).get(review.timetable_id, {})
    asked = {part for milestone, part in days if milestone == Milestone.AGENCY_DUE}
    returned = {part: on for (what, part), on in days.items() if what == Milestone.AGENCY_RETURNED}
    found = {}
    if asked and asked <= set(returned):
        found[RETURNS] = max(returned[part] for part in asked)
    if agreed_on := days.get((Milestone.REPORT_AGREED, "")):
        met = Meeting.objects.filter(review=review, body=Body.SUBGROUP, held_on__gte=agreed_on)
        read_on = met.order_by("held_on").values_list("held_on", flat=True).first()
        if read_on:
            found[READING] = read_on
    return found
