"""A case of the demo: how it came, and the walk it takes. The modules of `cases` declare them."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass

from desk.demo.walk import Walk
from reviews.models import Harm, Source

day = dt.date


@dataclass(frozen=True)
class Case:
    """What was said at the referral, and `walk`, which takes it on from there."""

    board: str
    told: str
    received_on: dt.date
    sentence: str
    source: str
    referrer: str
    harm: str
    event_on: dt.date | None
    is_taken_on: bool
    walk: Callable[[Walk], object]


CASES: list[Case] = []


def case(
    board: str,
    told: str,
    *,
    on: dt.date,
    sentence: str,
    source: str = Source.EMAIL,
    referrer: str = "",
    harm: str = Harm.UNKNOWN,
    event_on: dt.date | None = None,
    is_taken_on: bool = False,
) -> Callable[[Callable[[Walk], object]], Callable[[Walk], object]]:
    """Declare a case; `told` is what the seeding prints of it.

    One that began on paper is taken on: then `on` is the day of that, and `sentence` its outline.
    """

    def declare(walk: Callable[[Walk], object]) -> Callable[[Walk], object]:
        found = Case(board, told, on, sentence, source, referrer, harm, event_on, is_taken_on, walk)
        CASES.append(found)
        return walk

    return declare
