"""Correcting a wrong day, and undoing a mistaken move: old, new, and why. The clocks follow."""

import datetime as dt
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from common import clock
from common.deeds import Act, NotNow, Obstacle, WrongDate
from deadlines import services as deadlines
from deadlines.models import Reached
from guidance.milestones import Milestone
from reviews.correcting import emails
from reviews.correcting.deeds import CORRECT_DAY, UNDO
from reviews.correcting.undoing import (
    dated_by,
    forget,
    last_move,
    since_before,
    withdraw,
    written_by,
)
from reviews.door import deed, move_back
from reviews.models import Confirmation, Correction, Review, StageChange
from reviews.rooms import in_order

NOTHING_CHANGES = Obstacle(
    "nothing_changes", _("This is the date that is already recorded. Enter a different date.")
)
STILL_STANDS = Obstacle(
    "still_stands",
    _(
        "A stage of this review depends on this date. You can change the date but you"
        " cannot remove it."
    ),
)
CONTRADICTS = Obstacle(
    "contradicts",
    _("This contradicts another date that was recorded with it. Correct that date first."),
)
# Said and recorded together: one correction moves both.
TOGETHER = {Milestone.DECIDED: (Milestone.DECIDED, Milestone.COMMISSIONED)}


def correct_day(
    review: Review,
    *,
    by: Any,
    on: dt.date,
    milestone: str,
    new_on: dt.date | None,
    why: str,
    **words: Any,
) -> Correction:
    """Correct the day of a milestone, give one that was not known, or say that it is not known.

    The row of its room, the move that rests on it and the deadlines follow in the same act.
    """
    which = Milestone(milestone)
    if new_on and new_on > clock.today():
        raise WrongDate(_("The date is in the future. Enter the date on which this happened."))
    act = Act()
    with deed(review, CORRECT_DAY, by=by, on=on, act=act, **words) as fresh:
        rows = Reached.objects.filter(timetable=fresh.timetable_id, part="")
        standing = {row.milestone: row.on for row in rows}
        old_on = standing.get(str(which))
        if old_on == new_on:
            raise NotNow([NOTHING_CHANGES])
        correction = Correction.objects.create(
            review=fresh,
            act=act.uuid,
            milestone=str(which),
            old_on=old_on,
            new_on=new_on,
            reason=why,
            recorded_by=by,
        )
        for each in TOGETHER.get(which, (which,)):
            if each == which or str(each) in standing:
                _redate(fresh, each, old_on, new_on)
        act.about(
            correction,
            milestone=str(which),
            old=old_on.isoformat() if old_on else None,
            new=new_on.isoformat() if new_on else None,
        )
    return correction


def _redate(
    review: Review, milestone: Milestone, old_on: dt.date | None, new_on: dt.date | None
) -> None:
    changes = StageChange.objects.standing().filter(review=review).order_by("pk")
    moved = [change for change in changes if milestone in dated_by(change)]
    rows = [pair for room in in_order() for pair in room.dated(review, str(milestone))]
    if new_on is None:
        if moved or rows:
            raise NotNow([STILL_STANDS])
        deadlines.forget_day(review.timetable, milestone)
        return
    for row, field in rows:
        _give(row, field, new_on)
    for change in moved[-1:]:
        change.on = new_on
        change.save(update_fields=["on"])
    last = last_move(review)
    if last in moved[-1:] or (last and last.move == "take_on" and review.stage_since == old_on):
        review.stage_since = new_on
        review.save(update_fields=["stage_since"])
    deadlines.reach(review.timetable, milestone, new_on, correcting=True)


def _give(row: models.Model, field: str, day: dt.date) -> None:
    """A row's own day, if its other days allow it."""
    setattr(row, field, day)
    try:
        row.validate_constraints()
    except ValidationError as wrong:
        raise NotNow([CONTRADICTS]) from wrong
    row.save(update_fields=[field])


def undo(review: Review, *, by: Any, on: dt.date, why: str, **words: Any) -> Correction:
    """Undo the last move. The rows it wrote are kept beside the correction, its days taken back.

    What has been recorded since and rests on it stands in the way, and is said.
    """
    act = Act()
    with deed(review, UNDO, by=by, on=on, act=act, **words) as fresh:
        change = last_move(fresh)
        assert change is not None  # the door has asked
        correction = Correction.objects.create(
            review=fresh, act=act.uuid, change=change, reason=why, recorded_by=by
        )
        act.about(correction, old=str(change.to_stage), new=str(change.from_stage))
        withdraw(correction, written_by(fresh, change))
        for room in in_order():
            room.goes_back(fresh, change.move, correction)
        is_undecided = change.move == "commission"
        since = since_before(fresh, change)
        move_back(fresh, change, since, "" if is_undecided else fresh.kind)
        forget(fresh, change)
        if is_undecided:
            deadlines.set_kind(fresh.timetable, "")
        Confirmation.objects.disputed().filter(act=change.act).update(
            settled_at=clock.now(), settled_by=by, settled_how=why
        )
        emails.undone(fresh, change, correction)
    return correction
