"""Which boards a review is of: the lead board first, then those that take part."""

import datetime as dt
from collections.abc import Sequence

from boards.models import Board
from reviews.models import Participation, Review


def boards_of(review: Review, on: dt.date) -> list[int]:
    """Their ids: for lists of people and agencies to choose from."""
    return [review.board_id, *(row.board_id for row in participations(review, on))]


def participations(review: Review, on: dt.date) -> list[Participation]:
    """The boards that take part that day, loaded once for as long as the instance lives."""
    kept: dict[dt.date, list[Participation]] = review.__dict__.setdefault("_participations", {})
    if on not in kept:
        rows = Participation.objects.current(on).filter(review=review)
        kept[on] = list(rows.select_related("board"))
    return kept[on]


def joint_among(reviews: Sequence[Review], on: dt.date) -> dict[int, list[Board]]:
    """The boards that take part, by review, in one query."""
    rows = Participation.objects.current(on).filter(review__in=[row.pk for row in reviews])
    found: dict[int, list[Board]] = {}
    for row in rows.select_related("board"):
        found.setdefault(row.review_id, []).append(row.board)
    return found
