"""Telling the boards that take part."""

import datetime as dt
from collections.abc import Iterable

from boards.models import Hold, Holding, Office, Person
from common import clock
from common.deeds import Deed
from reviews.capacities import Grade
from reviews.joint.reading import participations
from reviews.models import BoardTold, Interest, Participation, Review, Told
from reviews.post import tell

# By the deed that makes it so. What a board is told is also written down, with the day.
TELLING: dict[str, Told] = {
    "reviews.recommended": Told.RECOMMENDATION,
    **dict.fromkeys(
        (
            "reviews.commissioned",
            "reviews.disagreed",
            "reviews.decided_no_review",
            "reviews.decided_forum",
            "reviews.decided_another_leads",
        ),
        Told.DECISION,
    ),
    "reports.accepted": Told.ACCEPTANCE,
}


def after(review: Review, kind: Deed, on: dt.date) -> None:
    """Asked by the door after every deed that moves a review."""
    about = TELLING.get(kind.code)
    if about is not None:
        told(review, participations(review, clock.today()), about, on)


def told(review: Review, joined: Iterable[Participation], about: Told, on: dt.date) -> None:
    """The chair of each board that takes part is told today, by reference and link, of what was
    done on the day named."""
    today = clock.today()
    for row in joined:
        people = chairs(review, row, today)
        if people:
            tell(review, "reviews.joint", people, on=on, about=about)
            BoardTold.objects.get_or_create(participation=row, about=about, told_on=today)


def chairs(review: Review, row: Participation, on: dt.date) -> list[Person]:
    """The holders of the chair and, so that it is not missed, the co-ordinators."""
    held = Holding.objects.current(on).filter(
        board=row.board_id,
        office__in=[Office.BOARD_CHAIR, Office.COORDINATOR],
        hold__in=[Hold.HOLDER, Hold.JOINT],
    )
    barred = Interest.objects.standing().filter(review=review, grade=Grade.OUT)
    found = Person.objects.filter(pk__in=held.values("person"))
    return list(found.exclude(pk__in=barred.values("person")))
