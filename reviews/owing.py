"""The days that the rooms have set for something still to be done, kept beside the milestones.

They follow from the rooms' own rows, in the transaction of every deed; so what people are reminded
of is made, moved and taken back with its fact, and can be made anew from the rows at any time.
"""

from collections.abc import Sequence

from django.db.models import QuerySet

from deadlines.models import Timetable
from deadlines.services import derive_all, keep_set_days
from reviews.models import Review
from reviews.rooms import in_order

BATCH = 500


def keep_owed(reviews: Sequence[Review]) -> int:
    """Make the set days of these reviews what follows from the rooms; the rows changed."""
    running = [review for review in reviews if review.is_running]
    wanted = [each for room in in_order() for each in room.set_days(running)]
    return keep_set_days([review.timetable_id for review in reviews], wanted)


def rebuild(reviews: QuerySet[Review]) -> int:
    """Every deadline, set day and reminder anew, some hundreds of reviews at a time."""
    changed, last = derive_all(Timetable.objects.all()), 0
    while batch := list(reviews.filter(pk__gt=last).order_by("pk")[:BATCH]):
        changed += keep_owed(batch)
        last = batch[-1].pk
    return changed
