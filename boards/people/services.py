"""Adding people to a board's list, and saying whom they work for."""

import datetime as dt

from allauth.usersessions.models import UserSession
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from boards import verbs
from boards.calendar.tokens import revoke
from boards.door import deed
from boards.models import Agency, Board, Holding, Leaving, Listing, Membership, Person, User
from common import clock
from common.deeds import Act, NotNow, Obstacle, Refused

KNOWN_ELSEWHERE = Obstacle(
    "known_elsewhere",
    _(
        "Another board also works with this person. End their offices here instead. Their"
        " account stays open."
    ),
)
HOLDS_OFFICE = Obstacle("holds_office", _("End the offices this person holds here first."))
NO_ACCOUNT = Obstacle("no_account", _("This person has no account."))
NO_PARTNER = Obstacle("no_partner", _("This agency is not a partner of the board on that day."))
HAS_ACCOUNT = Obstacle(
    "has_account",
    _(
        "This address belongs to an account. Only the person can change it, on the page of"
        " their account."
    ),
)
ADDRESS_TAKEN = Obstacle("address_taken", _("Another person has this e-mail address."))
NOT_YOURSELF = _("You cannot do this for yourself. Somebody else must do it.")
NOT_LISTED = _("This person is not on the board's list.")


def add_person(
    board: Board,
    *,
    by: User,
    on: dt.date,
    name: str,
    email: str,
    title: str = "",
    language: str = "",
    agency: Agency | None = None,
) -> Person:
    """Put a person on the board's list. Somebody another board already knows by this address is
    listed as they are; what that board wrote of them stays."""
    act = Act()
    with deed(board, verbs.PERSON_ADDED, by=by, on=on, act=act) as board:
        person = Person.objects.filter(email__iexact=email.strip()).first()
        if person is None:
            person = Person.objects.create(
                name=name.strip(),
                email=email.strip().lower(),
                title=title.strip(),
                language=language,
            )
        _list(board, person, on)
        if agency is not None:
            _join(board, person, agency, on)
        act.about(person)
    return person


def change_person(
    board: Board,
    person: Person,
    *,
    by: User,
    on: dt.date,
    name: str,
    email: str,
    title: str,
    language: str,
) -> Person:
    """Correct what is written of a person. The address of an account is its owner's to change."""
    act = Act()
    with deed(board, verbs.PERSON_CHANGED, by=by, on=on, act=act) as board:
        person = lock(board, person)
        address = email.strip().lower()
        if address != person.email.lower():
            if person.user_id:
                raise NotNow([HAS_ACCOUNT])
            if Person.objects.filter(email__iexact=address).exists():
                raise NotNow([ADDRESS_TAKEN])
            person.email = address
        person.name, person.title, person.language = name.strip(), title.strip(), language
        person.save()
        act.about(person)
    return person


def remove_person(board: Board, person: Person, *, by: User, on: dt.date) -> None:
    """Take a person off the board's list. The record of what they did stays."""
    act = Act()
    with deed(board, verbs.PERSON_REMOVED, by=by, on=on, act=act) as board:
        person = lock(board, person)
        if Holding.objects.filter(_open(on), person=person, board=board).exists():
            raise NotNow([HOLDS_OFFICE])
        listed = Listing.objects.filter(person=person, board=board, until_on=None)
        for row in listed:
            row.until_on = max(on, row.from_on)
            row.save(update_fields=["until_on"])
        act.about(person)


def join_agency(
    board: Board, person: Person, agency: Agency, *, by: User, on: dt.date, from_on: dt.date
) -> Membership:
    """Record that a person works for an agency from a day on."""
    act = Act()
    with deed(board, verbs.AGENCY_JOINED, by=by, on=on, act=act) as board:
        person = lock(board, person)
        membership = _join(board, person, agency, from_on)
        act.about(person, agency=agency.pk)
    return membership


def leave_agency(
    board: Board, membership: Membership, *, by: User, on: dt.date, until_on: dt.date
) -> None:
    """Record the last day on which a person worked for an agency."""
    act = Act()
    with deed(board, verbs.AGENCY_LEFT, by=by, on=on, act=act) as board:
        lock(board, membership.person)
        membership.until_on = max(until_on, membership.from_on)
        membership.save(update_fields=["until_on"])
        act.about(membership.person, agency=membership.agency_id)


def close_account(board: Board, person: Person, *, by: User, on: dt.date) -> None:
    """Close a person's account: signed out everywhere at once, and no way in."""
    act = Act()
    with deed(board, verbs.ACCOUNT_CLOSED, by=by, on=on, act=act) as board:
        person = lock(board, person, not_oneself=by)
        user = _account_here(board, person, on)
        User.objects.filter(pk=user.pk).update(is_active=False)
        for session in UserSession.objects.filter(user=user):
            session.end()
        revoke(person, by=by)
        act.about(person)


def reopen_account(board: Board, person: Person, *, by: User, on: dt.date) -> None:
    """Open a closed account again, with the password and second factor it had."""
    act = Act()
    with deed(board, verbs.ACCOUNT_REOPENED, by=by, on=on, act=act) as board:
        person = lock(board, person, not_oneself=by)
        user = _account_here(board, person, on)
        User.objects.filter(pk=user.pk).update(is_active=True)
        Leaving.objects.filter(person=person, account_ends=True).update(account_ends=False)
        act.about(person)


def lock(board: Board, person: Person, *, not_oneself: User | None = None) -> Person:
    """The person's row, locked, if the board has them on its list today; else Refused."""
    fresh: Person = Person.objects.select_for_update(of=("self",), no_key=True).get(pk=person.pk)
    if not Person.objects.of_board(board, clock.today()).filter(pk=person.pk).exists():
        raise Refused(NOT_LISTED)
    if not_oneself is not None and fresh.user_id == not_oneself.pk:
        raise Refused(NOT_YOURSELF)
    return fresh


def _open(on: dt.date) -> Q:
    return Q(until_on=None) | Q(until_on__gt=on)


def _account_here(board: Board, person: Person, on: dt.date) -> User:
    """The person's account, if no other board works with them."""
    if person.user is None:
        raise NotNow([NO_ACCOUNT])
    elsewhere = [
        rows.filter(_open(on), person=person).exclude(board=board).exists()
        for rows in (Listing.objects, Holding.objects)
    ]
    if any(elsewhere):
        raise NotNow([KNOWN_ELSEWHERE])
    return person.user


def _list(board: Board, person: Person, on: dt.date) -> None:
    if not Listing.objects.filter(board=board, person=person, until_on=None).exists():
        Listing.objects.create(board=board, person=person, from_on=on)


def _join(board: Board, person: Person, agency: Agency, from_on: dt.date) -> Membership:
    if not agency.partnerships.current(from_on).filter(board=board).exists():
        raise NotNow([NO_PARTNER])
    membership, _made = Membership.objects.get_or_create(
        person=person, agency=agency, until_on=None, defaults={"from_on": from_on}
    )
    return membership
