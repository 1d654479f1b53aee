"""Planning a learning event, and listing by agency and role who is invited and who came."""

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import Any

from django.utils.translation import gettext_lazy as _

from boards.models import Agency, Person
from common.deeds import Act, NotNow, Obstacle, Overtaken
from learning_events.deeds import ATTENDANCE_RECORDED, CANCELLED, INVITED, PLANNED, REPLANNED
from learning_events.models import LearningEvent, Participant
from learning_events.services import NOBODY_ATTENDED, came, counted
from reviews.door import deed
from reviews.models import Review

WHY_MOVED = Obstacle("why_moved", _("Explain why the date is being changed."))


def plan_event(
    review: Review,
    *,
    by: Any,
    on: dt.date,
    kind: str,
    planned_on: dt.date,
    facilitators: Iterable[Person] = (),
    **facts: Any,
) -> LearningEvent:
    """Plan an event for a day; venue, hours, facilitators and note taker as far as known."""
    own, words = split(facts)
    act = Act(details={"kind": kind, "planned_on": planned_on.isoformat()})
    with deed(review, PLANNED, by=by, on=on, act=act, **words) as fresh:
        event = LearningEvent.objects.create(
            review=fresh, kind=kind, planned_on=planned_on, recorded_by=by, **own
        )
        event.facilitators.set(facilitators)
        act.about(event)
    return event


def replan_event(
    event: LearningEvent,
    *,
    by: Any,
    on: dt.date,
    kind: str,
    planned_on: dt.date,
    facilitators: Iterable[Person] = (),
    moved_why: str = "",
    **facts: Any,
) -> LearningEvent:
    """Change what is planned. Another day needs the reason why."""
    own, words = split(facts)
    act = Act(details={"kind": kind, "planned_on": planned_on.isoformat()}).about(event)
    with deed(event.review, REPLANNED, by=by, on=on, act=act, **words):
        standing = ahead(event)
        if standing.planned_on != planned_on and not moved_why:
            raise NotNow([WHY_MOVED])
        if standing.planned_on != planned_on:
            standing.moved_why = moved_why
        standing.kind, standing.planned_on = kind, planned_on
        for name, value in own.items():
            setattr(standing, name, value)
        standing.save()
        standing.facilitators.set(facilitators)
    return standing


def cancel_event(
    event: LearningEvent, *, by: Any, on: dt.date, why: str, **words: Any
) -> LearningEvent:
    """It is not held, and why."""
    act = Act(details={"kind": event.kind}).about(event)
    with deed(event.review, CANCELLED, by=by, on=on, act=act, **words):
        standing = ahead(event)
        standing.cancelled_on, standing.cancelled_why = on, why
        standing.save(update_fields=["cancelled_on", "cancelled_why"])
    return standing


def invite(
    event: LearningEvent,
    *,
    by: Any,
    on: dt.date,
    roles: Iterable[str],
    agency: Agency | None = None,
    body: str = "",
    is_gp: bool = False,
    attendance: str = "",
    note: str = "",
    **words: Any,
) -> list[Participant]:
    """List people of one agency or other body, each by role; of an event held, with who came."""
    act = Act()
    with deed(event.review, INVITED, by=by, on=on, act=act, **words):
        standing = not_cancelled(event)
        rows = [
            Participant(
                event=standing,
                agency=agency,
                body=body,
                role=role,
                is_gp=is_gp,
                attendance=attendance,
                note=note,
            )
            for role in roles
        ]
        for row in rows:
            row.save()
        _count_again(standing)
        act.about(standing, count=len(rows))
    return rows


def record_attendance(
    event: LearningEvent,
    *,
    by: Any,
    on: dt.date,
    attendance: Mapping[int, tuple[str, str]],
    **words: Any,
) -> LearningEvent:
    """Say of those listed (by id) whether they came, or why not; the numbers follow."""
    act = Act()
    with deed(event.review, ATTENDANCE_RECORDED, by=by, on=on, act=act, **words):
        standing = not_cancelled(event)
        for row in came(standing, attendance):
            row.save()
        _count_again(standing)
        act.about(standing, attended=standing.attended)
    return standing


def _count_again(event: LearningEvent) -> None:
    """The numbers of an event held are those of its list; a list begun later adds to the numbers
    given before, until it holds as many."""
    found = counted(event.participants.all())
    if event.held_on and not event.is_listed and found["invited"] < event.invited:
        return
    if event.held_on and not found["attended"]:
        raise NotNow([NOBODY_ATTENDED])
    for name, value in found.items():
        setattr(event, name, value)
    event.save(update_fields=[*found])


def ahead(event: LearningEvent) -> LearningEvent:
    """The row as it stands under its review's lock. Raises Overtaken once held or cancelled."""
    standing = LearningEvent.objects.get(pk=event.pk)
    if not standing.is_ahead:
        raise Overtaken(standing)
    return standing


def not_cancelled(event: LearningEvent) -> LearningEvent:
    standing = LearningEvent.objects.get(pk=event.pk)
    if standing.cancelled_on:
        raise Overtaken(standing)
    return standing


FACTS = ("venue", "hours", "length", "note_taker", "working_principles")


def split(facts: dict[str, Any]) -> tuple[dict[str, Any], dict[str, Any]]:
    """The facts of the plan, and the words of its deed."""
    return {name: facts.pop(name) for name in FACTS if name in facts}, facts
