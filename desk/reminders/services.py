"""Holding what goes up, and letting it go."""

import datetime as dt
from typing import Any

from common import clock
from common.deeds import Act, Overtaken
from deadlines.working_days import of_board
from desk.deeds import HOLD, RELEASE
from desk.models import GoingUp
from reviews.door import deed
from reviews.models import Review


def hold_step(
    review: Review, *, by: Any, on: dt.date, step: GoingUp, why: str, **words: Any
) -> GoingUp:
    """It does not go up until it is let go."""
    act = Act()
    with deed(review, HOLD, by=by, on=on, act=act, **words) as fresh:
        row = GoingUp.objects.free().select_for_update().filter(pk=step.pk, review=fresh).first()
        if row is None:  # it has gone meanwhile, or another holds it
            raise Overtaken(fresh)
        row.held_at, row.held_by, row.held_why = clock.now(), by, why
        row.save(update_fields=["held_at", "held_by", "held_why"])
        act.about(row)
    return row


def release_step(review: Review, *, by: Any, on: dt.date, step: GoingUp, **words: Any) -> GoingUp:
    """It goes up on the next working day after all, unless what it is about is done by then."""
    act = Act()
    with deed(review, RELEASE, by=by, on=on, act=act, **words) as fresh:
        standing = GoingUp.objects.standing().exclude(held_at=None)
        row = standing.select_for_update(of=("self",)).filter(pk=step.pk, review=fresh).first()
        if row is None:
            raise Overtaken(fresh)
        row.held_at, row.held_by, row.held_why = None, None, ""
        row.goes_on = max(row.goes_on, of_board(fresh.board_id).next_after(clock.today()))
        row.save(update_fields=["held_at", "held_by", "held_why", "goes_on"])
        act.about(row)
    return row
