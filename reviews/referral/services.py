"""Logging a referral and forwarding it. Nearly every case comes by telephone or e-mail (§5.2)."""

import datetime as dt
from typing import Any

from boards.models import Board
from common.deeds import Act
from deadlines import services as deadlines
from guidance.milestones import Milestone
from reviews import board_door
from reviews.deeds import FORWARD, LOG
from reviews.door import advance
from reviews.models import Harm, ReferenceCounter, Referral, Review
from reviews.referral import emails


def log_referral(
    board: Board,
    *,
    by: Any,
    on: dt.date,
    source: str,
    sentence: str,
    referrer: str = "",
    harm: str = Harm.UNKNOWN,
    event_on: dt.date | None = None,
) -> Review:
    """Open a case: the date it came, how, and one sentence are enough. It gets its reference."""
    act = Act()
    with board_door.door.deed(board, LOG, by=by, on=on, act=act) as fresh:
        timetable = deadlines.open_timetable()
        review: Review = Review.objects.create(
            board=fresh,
            year=on.year,
            number=next_number(fresh, on.year),
            timetable=timetable,
            stage_since=on,
        )
        Referral.objects.create(
            review=review,
            received_on=on,
            source=source,
            referrer=referrer,
            sentence=sentence,
            harm=harm,
            event_on=event_on,
        )
        deadlines.reach(timetable, Milestone.REFERRED, on)
        act.review = review.pk
    return review


def next_number(board: Board, year: int) -> int:
    """The next number of the board's year. The board's row is locked: no two cases share one."""
    counter, _made = ReferenceCounter.objects.get_or_create(board=board, year=year)
    counter.last += 1
    counter.save(update_fields=["last"])
    return counter.last


def forward(review: Review, *, by: Any, on: dt.date, **words: Any) -> Review:
    """Pass the referral to the sub-group. From this day the six months are counted (§5.21)."""
    with advance(review, FORWARD, by=by, on=on, reached=[Milestone.FORWARDED], **words) as fresh:
        emails.forwarded(fresh, on)
    return fresh
