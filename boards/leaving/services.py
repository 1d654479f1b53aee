"""Leaving a board, in one act."""

import datetime as dt

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from boards import verbs
from boards.door import deed
from boards.leaving.ending import end_account_if_over
from boards.leaving.moves import Handover, account_stays, in_order
from boards.models import Board, Leaving, Listing, Membership, Person, TaskLink, User
from boards.people.services import lock
from common import clock
from common.deeds import Act, NotNow, Obstacle

SAME_PERSON = Obstacle("same_person", _("Name somebody else to take over."))
LEAVES_ALREADY = Obstacle("leaves_already", _("It is recorded already that this person leaves."))


def leave(
    board: Board, person: Person, *, by: User, on: dt.date, successor: Person, last_on: dt.date
) -> Leaving:
    """A person leaves after their last day. Everything open goes to the successor: what has dates
    from the day after, the rest at once. The account ends with the last day, unless another board
    works with the person. Nobody does it for themselves, nor hands offices to themselves."""
    act = Act()
    with deed(board, verbs.PERSON_LEFT, by=by, on=on, act=act) as board:
        if person.pk == successor.pk:
            raise NotNow([SAME_PERSON])
        # In the order of their keys, so that two who hand over to each other do not wait in a ring.
        for each in sorted((person, successor), key=lambda row: row.pk):
            lock(board, each, not_oneself=by)
        today = clock.today()
        handover = Handover(board, person, successor, last_on, by, act.uuid)
        if Leaving.objects.filter(board=board, person=person, last_on__gte=today).exists():
            raise NotNow([LEAVES_ALREADY])
        moves = in_order()
        account_ends = not account_stays(handover)
        counts = {move.code: move.move(handover) for move in moves}
        _end_rows(handover, account_ends)
        leaving = Leaving.objects.create(
            board=board,
            person=person,
            successor=successor,
            last_on=last_on,
            act=act.uuid,
            recorded_at=clock.now(),
            recorded_by=by,
            account_ends=account_ends,
        )
        end_account_if_over(leaving, today)
        act.about(person, successor=successor.pk, last=last_on.isoformat(), **counts)
    return leaving


def _end_rows(handover: Handover, account_ends: bool) -> None:
    """Off this board's list with the last day; no longer of an agency where nobody else knows."""
    beyond = Q(until_on=None) | Q(until_on__gt=handover.last_on)
    ends = {"from_on__lte": handover.last_on, "person": handover.person}
    Listing.objects.filter(beyond, board=handover.board, **ends).update(until_on=handover.last_on)
    if account_ends:
        Membership.objects.filter(beyond, **ends).update(until_on=handover.last_on)
    TaskLink.objects.open(clock.now()).filter(person=handover.person).update(
        withdrawn_at=clock.now()
    )
