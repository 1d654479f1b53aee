"""Rows that an address speaks of and the world does not hold; made when asked for."""

import datetime as dt
from typing import Any

from django.db import transaction

from boards.models import Absence
from common import clock
from common.models import OutboxMessage
from common.outbox.post import put
from deadlines.models import Closure, Outcome, Reminder
from desk.models import GoingUp
from learning_events.models import LearningEvent
from library.models import Place
from reviews.models import OtherWork, Review
from tests.world import World


def absence_of(person: Any) -> Absence:
    """The person is away from their office; made where nobody has said so yet."""
    absence, _made = Absence.objects.get_or_create(
        holding=person.holdings.get(),
        from_on=dt.date(2026, 3, 2),
        defaults={"stood_in_by": person, "recorded_by": person.user},
    )
    return absence


def closure_of(world: World) -> Closure:
    """A day on which the board is closed."""
    day = dt.date(2026, 8, 3)
    closure, _made = Closure.objects.get_or_create(
        board=world.board, from_on=day, until_on=day, defaults={"name": "Moving house"}
    )
    return closure


def work_of(world: World) -> OtherWork:
    """A forum on the board's list."""
    day = dt.date(2026, 3, 2)
    work, _made = OtherWork.objects.get_or_create(
        board=world.board,
        reference="MAPF 1",
        defaults={
            "kind": "forum",
            "stage_since": day,
            "began_on": day,
            "recorded_by": world.user("coordinator"),
        },
    )
    return work


def event_of(review: Review, by: Any, day: dt.date) -> LearningEvent:
    """An event that is planned, with somebody invited to it."""
    event, made = LearningEvent.objects.get_or_create(
        review=review, planned_on=day, held_on=None, recorded_by=by
    )
    if made:
        event.participants.create(body="A surgery", role="Practice nurse")
    return event


def place_of(review: Review, by: Any) -> Place:
    """Another place at which the report was published."""
    day = dt.date(2024, 9, 2)
    place, _made = Place.objects.get_or_create(
        publication_id=review.pk, where="repository", first_on=day, recorded_by=by
    )
    return place


def step_up_of(review: Review, step: str = "to_subgroup_chair", held_by: Any = None) -> GoingUp:
    """A late matter that is about to be brought to the next in line."""
    on = clock.today()
    reminder = Reminder.objects.get_or_create(
        timetable=review.timetable,
        limit="review_complete",
        step=step,
        due_on=on,
        defaults={"settled_at": clock.now(), "outcome": Outcome.SENT},
    )[0]
    shown: dict[str, Any] = {"review": review, "shown_on": on, "goes_on": on + dt.timedelta(days=1)}
    if held_by:
        shown |= {"held_at": clock.now(), "held_by": held_by, "held_why": "An answer comes."}
    return GoingUp.objects.get_or_create(reminder=reminder, defaults=shown)[0]


def undelivered_by(board: int) -> OutboxMessage:
    """A message of the board's, about no case, that was refused for good."""
    key = f"undelivered-by:{board}"
    with transaction.atomic():
        put(key=key, kind="test.note", to="b@be.test", subject="BE", text="T", board=board)
    found = OutboxMessage.objects.filter(key=key)
    found.update(failed_at=clock.now(), last_error="refused-550")
    return found.get()


def undelivered_of(review: Review) -> OutboxMessage:
    """A message about the review that was refused for good."""
    key = f"undelivered:{review.pk}"
    with transaction.atomic():
        put(key=key, kind="test.note", to="a@be.test", subject="BE", text="T", case=review.pk)
    found = OutboxMessage.objects.filter(key=key)
    found.update(failed_at=clock.now(), last_error="refused-550")
    return found.get()
