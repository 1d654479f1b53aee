"""Being away from an office: from when until when, and whose desk the work comes to first."""

import datetime as dt

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from boards import verbs
from boards.door import deed
from boards.models import Absence, Board, Hold, Holding, Person, User
from boards.permissions import MayBoard
from common.deeds import Act, NotNow, Obstacle, Refused, WrongDate

NOBODY = Obstacle(
    "nobody_stands_in",
    _("Only a deputy or joint holder of the same office can stand in. Give the office first."),
)
NOT_HELD = Obstacle("not_held", _("The office is not held by this person in that time."))
AWAY_ALREADY = Obstacle("away_already", _("An absence in that time is recorded already."))
ENDED = Obstacle("ended", _("This absence has ended already."))
NOT_YOURS = _("Only the holder, the co-ordinator or the Board Chair records this.")
ENDS_BEFORE_IT_BEGINS = _("The last day is before the first day.")


def may_record(board: Board, holding: Holding, user: User) -> bool:
    """One's own office, or one manages the board's people."""
    return holding.person.user_id == user.pk or user.has_perm(MayBoard.MANAGE_PEOPLE, board)


def able_to_stand_in(holding: Holding, from_on: dt.date) -> QuerySet[Person]:
    """The deputies and joint holders of the same office on that day."""
    beside = Holding.objects.current(from_on).filter(
        board=holding.board_id, office=holding.office, hold__in=[Hold.DEPUTY, Hold.JOINT]
    )
    found: QuerySet[Person] = Person.objects.filter(pk__in=beside.values("person"))
    return found.exclude(pk=holding.person_id)


def set_absence(
    board: Board,
    holding: Holding,
    *,
    by: User,
    on: dt.date,
    stood_in_by: Person,
    from_on: dt.date,
    until_on: dt.date | None = None,
) -> Absence:
    """The holder is away; the work comes first to whoever stands in. No right is given by it."""
    act = Act()
    with deed(board, verbs.ABSENCE_SET, by=by, on=on, act=act) as board:
        if not may_record(board, holding, by):
            raise Refused(NOT_YOURS)
        if until_on and until_on < from_on:
            raise WrongDate(ENDS_BEFORE_IT_BEGINS)
        if not holding.holds(from_on) or holding.hold == Hold.DEPUTY:
            raise NotNow([NOT_HELD])
        if not able_to_stand_in(holding, from_on).filter(pk=stood_in_by.pk).exists():
            raise NotNow([NOBODY])
        beside = Absence.objects.filter(holding=holding).exclude(until_on__lt=from_on)
        if until_on:
            beside = beside.filter(from_on__lte=until_on)
        if beside.exists():
            raise NotNow([AWAY_ALREADY])
        absence = Absence.objects.create(
            holding=holding,
            stood_in_by=stood_in_by,
            from_on=from_on,
            until_on=until_on,
            recorded_by=by,
        )
        act.about(
            holding.person,
            office=holding.office,
            from_on=from_on.isoformat(),
            stood_in_by=stood_in_by.pk,
        )
    return absence


def end_absence(
    board: Board, absence: Absence, *, by: User, on: dt.date, until_on: dt.date
) -> Absence:
    """The holder is back after that day, earlier or later than was thought."""
    act = Act()
    with deed(board, verbs.ABSENCE_ENDED, by=by, on=on, act=act) as board:
        fresh: Absence = Absence.objects.select_for_update(of=("self",)).get(pk=absence.pk)
        if not may_record(board, fresh.holding, by):
            raise Refused(NOT_YOURS)
        if until_on < fresh.from_on:
            raise WrongDate(ENDS_BEFORE_IT_BEGINS)
        if fresh.until_on and fresh.until_on <= until_on:
            raise NotNow([ENDED])
        fresh.until_on = until_on
        fresh.save(update_fields=["until_on"])
        act.about(fresh.holding.person, office=fresh.holding.office, until=until_on.isoformat())
    return fresh


def open_absences(board: Board, person: Person, on: dt.date) -> QuerySet[Absence]:
    """Present and coming ones of a person on a board."""
    rows: QuerySet[Absence] = Absence.objects.filter(
        Q(until_on=None) | Q(until_on__gte=on), holding__board=board, holding__person=person
    )
    return rows.select_related("holding", "stood_in_by")
