"""Recording learning events that were held (§5.15; A1 §2.9)."""

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import Any

from django.utils.translation import gettext_lazy as _

from boards.models import Person
from common.deeds import Act, NotNow, Obstacle, Overtaken
from deadlines import services as deadlines
from guidance.milestones import Milestone
from learning_events import emails
from learning_events.deeds import ANOTHER_RECORDED, BEFORE_THE_REPORT, HELD
from learning_events.models import Attendance, EventKind, LearningEvent, Participant
from reviews.door import advance, deed
from reviews.models import Review

NO_FACILITATOR = Obstacle("no_facilitator", _("Say who facilitated the event."))
NOTE_TAKER_FACILITATES = Obstacle(
    "note_taker_facilitates",
    _(
        "A note taker should not take part in the event. Explain why this person also"
        " facilitated it."
    ),
)
NOBODY_ATTENDED = Obstacle("nobody_attended", _("Select “Attended” for at least one person."))
MAIN_MOVES_ON = Obstacle(
    "main_moves_on",
    _("The review's own learning event is recorded with its own form: the report comes next."),
)


def hold_event(review: Review, *, by: Any, on: dt.date, **facts: Any) -> LearningEvent:
    """Record the review's learning event; the report is next. `on` is its first day."""
    own, words = split(facts)
    own["kind"] = EventKind.MAIN
    with advance(
        review,
        HELD,
        by=by,
        on=on,
        reached=[Milestone.EVENT_HELD],
        details={"attended": attended_by(own)},
        **words,
    ) as fresh:
        event = write(fresh, by, on, **own)
        emails.held(fresh, on)
    return event


def record_another(review: Review, *, by: Any, on: dt.date, **facts: Any) -> LearningEvent:
    """Record a further event, such as the managers' or the day on which learning was confirmed.

    It counts as the learning event where the report was agreed without one.
    """
    own, words = split(facts)
    act = Act(details={"attended": attended_by(own)})
    with deed(review, ANOTHER_RECORDED, by=by, on=on, act=act, **words) as fresh:
        is_main = own.get("kind", EventKind.MAIN) == EventKind.MAIN
        if is_main and fresh.stage in BEFORE_THE_REPORT:
            raise NotNow([MAIN_MOVES_ON])
        held = LearningEvent.objects.filter(
            review=fresh, kind=EventKind.MAIN, held_on__isnull=False
        )
        is_first = is_main and not held.exists()
        event = write(fresh, by, on, **own)
        if is_first:
            deadlines.reach(fresh.timetable, Milestone.EVENT_HELD, on)
        act.about(event)
    return event


FACTS = (
    "planned",
    "kind",
    "venue",
    "length",
    "hours",
    "facilitators",
    "participants",
    "attendance",
    "working_principles",
    "family_messages",
    "invited",
    "attended",
    "learning_points",
    "until_on",
    "note_taker",
    "note_taker_why",
    "absent_why",
)


def split(facts: dict[str, Any]) -> tuple[dict[str, Any], dict[str, Any]]:
    """The facts of the event, and the words of its deed."""
    own = {name: facts.pop(name) for name in FACTS if name in facts}
    return own, facts


def attended_by(own: Mapping[str, Any]) -> int:
    """How many attended: of those listed, where there are any."""
    listed = [code for code, _note in (own.get("attendance") or {}).values()]
    listed += [each.get("attendance", "") for each in own.get("participants") or ()]
    return listed.count(Attendance.ATTENDED) if listed else own.get("attended", 0)


def write(
    review: Review,
    by: Any,
    on: dt.date,
    *,
    facilitators: Iterable[Person],
    planned: LearningEvent | None = None,
    participants: Iterable[Mapping[str, Any]] = (),
    attendance: Mapping[int, tuple[str, str]] | None = None,
    note_taker: Person | None = None,
    note_taker_why: str = "",
    **facts: Any,
) -> LearningEvent:
    """Write the row, or complete the one that was planned. `participants` are listed with it,
    `attendance` says of those listed before (by id) whether they came, and a note.

    Raises NotNow where nobody facilitated or attended, or the note taker facilitated, unexplained.
    """
    leading = list(facilitators)
    if not leading:
        raise NotNow([NO_FACILITATOR])
    both = note_taker in leading
    if both and not note_taker_why:
        raise NotNow([NOTE_TAKER_FACILITATES])
    event = LearningEvent(review=review, recorded_by=by)
    if planned:
        event = LearningEvent.objects.get(pk=planned.pk, review=review)
        if not event.is_ahead:
            raise Overtaken(event)
    added = [Participant(event=event, **each) for each in participants]
    listed = [*(came(event, attendance or {}) if planned else ()), *added]
    if listed:
        facts |= counted(listed)
        if not facts["attended"]:
            raise NotNow([NOBODY_ATTENDED])
    for name, value in facts.items():
        setattr(event, name, value)
    event.held_on = on
    event.note_taker, event.note_taker_why = note_taker, note_taker_why if both else ""
    event.save()
    event.facilitators.set(leading)
    for each in listed:
        each.save()
    return event


def came(event: LearningEvent, attendance: Mapping[int, tuple[str, str]]) -> list[Participant]:
    """The participants listed, as they are now said to have come or not; not saved yet."""
    rows = list(event.participants.all())
    for row in rows:
        if row.pk in attendance:
            row.attendance, row.note = attendance[row.pk]
    return rows


def counted(listed: Iterable[Participant]) -> dict[str, Any]:
    """The numbers of an event whose participants are listed."""
    found = [row.attendance for row in listed]
    return {
        "is_listed": True,
        "invited": len(found) - found.count(Attendance.WITHDRAWN),
        "attended": found.count(Attendance.ATTENDED),
    }
