"""Rows that an address speaks of and the world does not hold; made when asked for."""

import datetime as dt
from typing import Any

from boards.models import Absence
from deadlines.models import Closure
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
