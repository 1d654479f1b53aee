"""Keeping the board's other work on its one list (§10; §12)."""

import datetime as dt
from typing import Any

from django.utils.translation import gettext_lazy as _

from boards.models import Board, Person
from common.deeds import Act, NotNow, Obstacle, WrongDate
from reviews.board_door import door
from reviews.models import ENDED_WORK, Forum, OtherWork, Review, WorkKind, WorkStage
from reviews.other_work.deeds import ADD_WORK, CHANGE_WORK, KEEP_FORUM

TAKEN = Obstacle("reference_taken", _("Another entry of the board has this reference."))
CHANGED_SINCE = Obstacle(
    "changed_since",
    _("Somebody else has changed this since you opened it. Look at it again before you save."),
)
FORUM_UNFINISHED = Obstacle(
    "forum_unfinished",
    _(
        "The record of the forum lacks its day, attendance, learning, dissemination or evaluation."
        " Fill them in, or say in the note why it is complete without."
    ),
)
ENDS_BEFORE_IT_BEGINS = _("The last day is before the first day.")


def add_work(
    board: Board,
    *,
    by: Any,
    on: dt.date,
    kind: str,
    reference: str,
    stage: str,
    began_on: dt.date,
    next_on: dt.date | None = None,
    next_what: str = "",
    ended_on: dt.date | None = None,
    lead: Person | None = None,
    note: str = "",
    review: Review | None = None,
    became: Review | None = None,
) -> OtherWork:
    """Put a forum, an adult review or other work on the board's list, with its own reference."""
    act = Act(details={"kind": str(kind), "stage": str(stage)})
    with door.deed(board, ADD_WORK, by=by, on=on, act=act) as fresh:
        if OtherWork.objects.filter(board=fresh, reference=reference).exists():
            raise NotNow([TAKEN])
        work = OtherWork(
            board=fresh,
            kind=kind,
            reference=reference,
            began_on=began_on,
            review=review,
            recorded_by=by,
        )
        _take(work, on, stage, next_on, next_what, ended_on, lead, note, became)
        work.save()
        act.about(work)
    return work


def change_work(
    work: OtherWork,
    *,
    by: Any,
    on: dt.date,
    version: int,
    stage: str,
    next_on: dt.date | None = None,
    next_what: str = "",
    ended_on: dt.date | None = None,
    lead: Person | None = None,
    note: str = "",
    became: Review | None = None,
) -> OtherWork:
    """Bring it up to date: its stage, what comes next and when, who leads. `version` is the one
    that was opened."""
    act = Act(details={"stage": str(stage)})
    with door.deed(work.board, CHANGE_WORK, by=by, on=on, act=act):
        fresh: OtherWork = OtherWork.objects.select_for_update(of=("self",)).get(pk=work.pk)
        if fresh.version != version:
            raise NotNow([CHANGED_SINCE])
        _take(fresh, on, stage, next_on, next_what, ended_on, lead, note, became)
        fresh.version += 1
        fresh.save()
        act.about(fresh)
    return fresh


def keep_forum(work: OtherWork, *, by: Any, on: dt.date, facts: dict[str, Any]) -> Forum:
    """Keep the record of a forum: what for, by whom, when, who came, what was learnt and shared."""
    act = Act()
    with door.deed(work.board, KEEP_FORUM, by=by, on=on, act=act):
        forum, _made = Forum.objects.update_or_create(work=work, defaults=facts)
        act.about(work)
    return forum


def missing_of(forum: Forum | None) -> bool:
    """Whether something is lacking without which nobody can say later that it was done."""
    if forum is None or forum.held_on is None:
        return True
    return not all((forum.attendance, forum.learning, forum.dissemination, forum.evaluation))


def _take(
    work: OtherWork,
    on: dt.date,
    stage: str,
    next_on: dt.date | None,
    next_what: str,
    ended_on: dt.date | None,
    lead: Person | None,
    note: str,
    became: Review | None,
) -> None:
    ends = stage in ENDED_WORK
    if ends and (ended_on or on) < work.began_on:
        raise WrongDate(ENDS_BEFORE_IT_BEGINS)
    completes = work.kind == WorkKind.FORUM and stage == WorkStage.COMPLETE and not note.strip()
    if completes and missing_of(Forum.objects.filter(work=work.pk).first()):
        raise NotNow([FORUM_UNFINISHED])
    if work.stage != stage or work.stage_since is None:
        work.stage, work.stage_since = stage, (ended_on or on) if ends else on
    work.next_on, work.next_what = (None, "") if ends else (next_on, next_what)
    work.ended_on = (ended_on or on) if ends else None
    work.lead, work.note = lead, note
    work.became = became if stage == WorkStage.ESCALATED else None
