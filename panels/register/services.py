"""Keeping a board's register of reviewers."""

import datetime as dt
from typing import Any

from django.utils.translation import gettext_lazy as _

from boards.models import Board, Person
from common.deeds import Act, NotNow, Obstacle
from panels.deeds import REVIEWER_CHANGED, REVIEWER_ENTERED, REVIEWER_LEFT, TRAINING_RECORDED
from panels.models import Reviewer, Training
from reviews.board_door import door
from reviews.versions import check_version

ON_IT_ALREADY = Obstacle("on_it_already", _("This person is in the register already."))
LEFT_ALREADY = Obstacle(
    "left_already", _("This person has been removed from the register already.")
)
deed = door.deed


def enter(board: Board, *, by: Any, on: dt.date, person: Person, facts: dict[str, Any]) -> Reviewer:
    """Enter a person of the board's list in its register; somebody who left comes back."""
    act = Act()
    with deed(board, REVIEWER_ENTERED, by=by, on=on, act=act) as fresh:
        row = Reviewer.objects.filter(board=fresh, person=person).first()
        if row and row.left_on is None:
            raise NotNow([ON_IT_ALREADY])
        row = row or Reviewer(board=fresh, person=person, version=0)
        row.left_on, row.left_why = None, ""
        _write(row, by, facts)
        act.about(row)
    return row


def change(
    reviewer: Reviewer, *, by: Any, on: dt.date, version: int, facts: dict[str, Any]
) -> Reviewer:
    """Change an entry. `version` is the one that was in front of whoever wrote this."""
    act = Act().about(reviewer)
    with deed(reviewer.board, REVIEWER_CHANGED, by=by, on=on, act=act):
        row = Reviewer.objects.get(pk=reviewer.pk)
        check_version(version, row.version, row)
        _write(row, by, facts)
    return row


def _write(row: Reviewer, by: Any, facts: dict[str, Any]) -> None:
    for name, value in facts.items():
        setattr(row, name, value)
    row.version += 1
    row.recorded_by = by
    row.save()


def record_training(
    reviewer: Reviewer, *, by: Any, on: dt.date, what: str, trained_on: dt.date
) -> Training:
    """Add what a reviewer was trained in, and when."""
    act = Act()
    with deed(reviewer.board, TRAINING_RECORDED, by=by, on=on, act=act):
        row = Training.objects.create(reviewer=reviewer, what=what, on=trained_on, recorded_by=by)
        act.about(row)
    return row


def leave(reviewer: Reviewer, *, by: Any, on: dt.date, why: str) -> Reviewer:
    """Take somebody off the register, with the reason. Their entry and their appointments stay."""
    act = Act().about(reviewer)
    with deed(reviewer.board, REVIEWER_LEFT, by=by, on=on, act=act):
        row = Reviewer.objects.get(pk=reviewer.pk)
        if row.left_on:
            raise NotNow([LEFT_ALREADY])
        row.left_on, row.left_why = on, why
        row.save(update_fields=["left_on", "left_why"])
    return row
