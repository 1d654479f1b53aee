"""Recording learning events (§5.15; A1 §2.9)."""

import datetime as dt
from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext_lazy as _

from boards.models import Person
from common.deeds import Act, NotNow, Obstacle
from deadlines import services as deadlines
from guidance.milestones import Milestone
from learning_events import emails
from learning_events.deeds import ANOTHER_RECORDED, HELD
from learning_events.models import LearningEvent
from reviews.door import advance, deed
from reviews.models import Review

NO_FACILITATOR = Obstacle("no_facilitator", _("Say who facilitated the event."))
NOTE_TAKER_FACILITATES = Obstacle(
    "note_taker_facilitates",
    _("The note taker does not take part. Say why this one also facilitated."),
)


def hold_event(review: Review, *, by: Any, on: dt.date, **facts: Any) -> LearningEvent:
    """Record the review's learning event; the report is next. `on` is its first day."""
    own, words = split(facts)
    with advance(
        review,
        HELD,
        by=by,
        on=on,
        reached=[Milestone.EVENT_HELD],
        details={"attended": own["attended"]},
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
    act = Act(details={"attended": own["attended"]})
    with deed(review, ANOTHER_RECORDED, by=by, on=on, act=act, **words) as fresh:
        is_first = not LearningEvent.objects.filter(review=fresh).exists()
        event = write(fresh, by, on, **own)
        if is_first:
            deadlines.reach(fresh.timetable, Milestone.EVENT_HELD, on)
        act.about(event)
    return event


FACTS = (
    "venue",
    "length",
    "facilitators",
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


def write(
    review: Review,
    by: Any,
    on: dt.date,
    *,
    facilitators: Iterable[Person],
    note_taker: Person | None = None,
    note_taker_why: str = "",
    **facts: Any,
) -> LearningEvent:
    """Add the row. Raises NotNow where nobody facilitated, or the note taker did, unexplained."""
    leading = list(facilitators)
    if not leading:
        raise NotNow([NO_FACILITATOR])
    both = note_taker in leading
    if both and not note_taker_why:
        raise NotNow([NOTE_TAKER_FACILITATES])
    event = LearningEvent.objects.create(
        review=review,
        held_on=on,
        note_taker=note_taker,
        note_taker_why=note_taker_why if both else "",
        recorded_by=by,
        **facts,
    )
    event.facilitators.set(leading)
    return event
