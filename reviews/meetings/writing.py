"""Writing down a meeting inside somebody else's deed, in the same transaction."""

import datetime as dt
from collections.abc import Iterable
from typing import Any

from boards.models import Person
from deadlines import services as deadlines
from guidance.milestones import Milestone
from reviews.models import Attendance, Body, Meeting, Review

FIRST_MET: dict[str, Milestone] = {
    Body.SUBGROUP: Milestone.SUBGROUP_MET,
    Body.PANEL: Milestone.PANEL_FIRST_MET,
}


def keep_meeting(
    review: Review,
    *,
    body: str,
    held_on: dt.date,
    planned: Meeting | None = None,
    present: Iterable[Person] = (),
    apologies: Iterable[Person] = (),
    others_present: Iterable[str] = (),
    mode: str = "",
    decisions: str = "",
    interests: str = "",
    by: Any,
) -> Meeting:
    """A meeting that was held: who was there, what was decided. `others_present` are bare names.

    A meeting of that body planned for that very day is the one that was held: no second row.
    Whoever stands in both lists was present. The first meetings of sub-group and panel are
    milestones.
    """
    planned = (
        planned
        or review.meetings.filter(
            body=body, planned_on=held_on, held_on=None, cancelled_why=""
        ).first()
    )
    meeting = planned or Meeting(review=review, body=body, recorded_by=by)
    meeting.held_on = held_on
    meeting.mode = mode or meeting.mode
    meeting.decisions = decisions
    meeting.interests = interests
    meeting.save()
    attend(meeting, present=present, apologies=apologies, others_present=others_present)
    if body in FIRST_MET:
        deadlines.reach_first(review.timetable, FIRST_MET[body], held_on)
    return meeting


def attend(
    meeting: Meeting,
    *,
    present: Iterable[Person] = (),
    apologies: Iterable[Person] = (),
    others_present: Iterable[str] = (),
) -> None:
    """Who was there and who sent apologies, each once."""
    there = {person.pk: person for person in present}
    away = {person.pk: person for person in apologies if person.pk not in there}
    names = dict.fromkeys(name.strip()[:120] for name in others_present)
    Attendance.objects.bulk_create(
        [
            *(Attendance(meeting=meeting, person=row, was_present=True) for row in there.values()),
            *(Attendance(meeting=meeting, person=row, was_present=False) for row in away.values()),
            *(Attendance(meeting=meeting, name=name, was_present=True) for name in names if name),
        ]
    )
