"""Rows that an address speaks of and the world does not hold; made when asked for."""

import datetime as dt
from typing import Any

from boards.models import Absence
from reviews.models import OtherWork
from tests.world import World


def absence_of(person: Any) -> Absence:
    """The person is away from their office; made where nobody has said so yet."""
    absence, _made = Absence.objects.get_or_create(
        holding=person.holdings.get(),
        from_on=dt.date(2026, 3, 2),
        defaults={"stood_in_by": person, "recorded_by": person.user},
    )
    return absence


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
