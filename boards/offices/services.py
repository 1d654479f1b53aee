"""Giving and ending offices of a board."""

import datetime as dt

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from boards import verbs
from boards.door import deed
from boards.models import Board, Hold, Holding, Listing, Office, Person, User
from boards.people.services import lock
from common.deeds import Act, NotNow, Obstacle, WrongDate

HELD_ALREADY = Obstacle("held_already", _("This person holds the office in that time already."))
TAKEN = Obstacle(
    "taken",
    _("Somebody else holds this office in that time. End it first, or choose joint or deputy."),
)
ENDED = Obstacle("ended", _("This office has ended already."))
ENDS_BEFORE_IT_BEGINS = _("The last day is before the first day.")

# Offices that one person holds alone, unless they are held jointly (reg. 5: one Chair).
SINGLE = {Office.BOARD_CHAIR, Office.SUBGROUP_CHAIR}


def give_office(
    board: Board,
    person: Person,
    *,
    by: User,
    on: dt.date,
    office: Office,
    from_on: dt.date,
    hold: Hold = Hold.HOLDER,
    until_on: dt.date | None = None,
) -> Holding:
    """Give a person an office of the board from a day on. Nobody gives one to themselves.

    One chair holds an office at a time; joint holders and deputies stand beside, with dates.
    """
    act = Act()
    with deed(board, verbs.OFFICE_GIVEN, by=by, on=on, act=act) as board:
        person = _listed(board, person, on, by)
        if until_on and until_on < from_on:
            raise WrongDate(ENDS_BEFORE_IT_BEGINS)
        beside = overlapping(board, office, from_on, until_on)
        if beside.filter(person=person).exists():
            raise NotNow([HELD_ALREADY])
        if office in SINGLE and hold == Hold.HOLDER and beside.exclude(hold=Hold.DEPUTY).exists():
            raise NotNow([TAKEN])
        holding = Holding.objects.create(
            person=person, board=board, office=office, hold=hold, from_on=from_on, until_on=until_on
        )
        act.about(person, office=str(office), hold=str(hold), holding=holding.pk)
    return holding


def end_office(
    board: Board, holding: Holding, *, by: User, on: dt.date, until_on: dt.date
) -> Holding:
    """End an office with its last day. The holding stays on record."""
    act = Act()
    with deed(board, verbs.OFFICE_ENDED, by=by, on=on, act=act) as board:
        holding = Holding.objects.select_for_update(of=("self",)).get(pk=holding.pk, board=board)
        if holding.until_on and holding.until_on <= until_on:
            raise NotNow([ENDED])
        if until_on < holding.from_on:
            raise WrongDate(ENDS_BEFORE_IT_BEGINS)
        holding.until_on = until_on
        holding.save(update_fields=["until_on"])
        act.about(holding.person, office=holding.office, until=until_on.isoformat())
    return holding


def overlapping(
    board: Board, office: str, from_on: dt.date, until_on: dt.date | None
) -> QuerySet[Holding]:
    """Holdings of the office with a day in common with the time given."""
    found = Holding.objects.filter(board=board, office=office).exclude(until_on__lt=from_on)
    return found.filter(from_on__lte=until_on) if until_on else found


def _listed(board: Board, person: Person, on: dt.date, by: User) -> Person:
    """An office also puts its holder on the board's list."""
    if not Listing.objects.filter(board=board, person=person, until_on=None).exists():
        Listing.objects.create(board=board, person=person, from_on=on)
    return lock(board, person, not_oneself=by)
