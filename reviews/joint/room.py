"""What the boards of a case say: how many take part, and what is not there to be done."""

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import Any

from django.utils.translation import gettext_lazy as _

from common import clock
from common.deeds import Deed, Obstacle
from reviews.joint import emails
from reviews.joint.deeds import ADD_BOARD, END_PARTICIPATION, OPEN_NAMES, RECORD_COUNTRY
from reviews.joint.reading import joint_among
from reviews.models import Review
from reviews.rooms import Part, Room, State, register

NO_BOARD = _("No other board takes part.")


def states(reviews: Sequence[Review], user: Any) -> dict[int, State]:
    """How many boards the review is of, where it is more than one's."""
    return {pk: State(_("joint")) for pk in joint_among(reviews, clock.today())}


def obstacles(review: Review, kind: Deed, on: dt.date) -> Iterator[Obstacle]:
    if (
        kind in (END_PARTICIPATION, OPEN_NAMES)
        and not review.participations.filter(until_on=None).exists()
    ):
        yield Obstacle("no_board", NO_BOARD, is_impossible=True)


register(
    Room(
        "boards",
        _("Boards"),
        "reviews:boards",
        85,
        Part.CASE,
        states=states,
        obstacles=obstacles,
        after=emails.after,
        deeds=(ADD_BOARD, END_PARTICIPATION, OPEN_NAMES, RECORD_COUNTRY),
    )
)
