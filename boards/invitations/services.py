"""Inviting a person, withdrawing the invitation, and accepting it."""

import datetime as dt
import hmac

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from audit import ledger
from boards import verbs
from boards.door import deed
from boards.invitations import emails
from boards.models import Board, Invitation, Leaving, Person, User
from boards.models.invitation import LIFETIME, hash_of, new_token
from boards.opening import opened
from boards.people.services import lock
from common import clock
from common.deeds import Act, NotNow, Obstacle

HAS_ACCOUNT = Obstacle("has_account", _("This person has an account already."))
ADDRESS_TAKEN = Obstacle("address_taken", _("An account with this e-mail address exists already."))
NOT_OPEN = Obstacle("not_open", _("The invitation has been used or withdrawn already."))


class NoInvitation(Exception):
    """The token opens nothing: unknown, used, withdrawn or run out. Nobody is told which."""


def invite(board: Board, person: Person, *, by: User, on: dt.date) -> Invitation:
    """Send a person the link that opens an account, once, within fourteen days. An earlier
    invitation stops working."""
    act = Act()
    with deed(board, verbs.INVITED, by=by, on=on, act=act) as board:
        person = lock(board, person)
        if has_account(person):
            raise NotNow([HAS_ACCOUNT])
        if is_taken(person):
            raise NotNow([ADDRESS_TAKEN])
        now, token = clock.now(), new_token()
        Invitation.objects.filter(person=person, accepted_at=None, withdrawn_at=None).update(
            withdrawn_at=now
        )
        invitation = Invitation.objects.create(
            person=person,
            board=board,
            token_hash=hash_of(token),
            sent_at=now,
            sent_by=by,
            expires_at=now + LIFETIME,
        )
        emails.invited(invitation, token)
        act.about(person, invitation=invitation.pk)
    return invitation


def has_account(person: Person) -> bool:
    """An account to sign in to; one that only opens links sent by mail is none."""
    return person.user is not None and not person.user.opens_by_link


def is_taken(person: Person) -> bool:
    """Somebody else's account has the address."""
    others = User.objects.exclude(person=person)
    return others.filter(email__iexact=person.email).exists()


def withdraw_invitation(board: Board, invitation: Invitation, *, by: User, on: dt.date) -> None:
    """Make the link in an invitation open nothing."""
    act = Act()
    with deed(board, verbs.INVITATION_WITHDRAWN, by=by, on=on, act=act) as board:
        lock(board, invitation.person)
        fresh = Invitation.objects.select_for_update().get(pk=invitation.pk)
        if fresh.accepted_at or fresh.withdrawn_at:
            raise NotNow([NOT_OPEN])
        fresh.withdrawn_at = clock.now()
        fresh.save(update_fields=["withdrawn_at"])
        act.about(fresh.person, invitation=fresh.pk)


def find_invitation(token: str) -> Invitation:
    """The open invitation of a token. Raises NoInvitation."""
    wanted = hash_of(token)
    found = Invitation.objects.open(clock.now()).select_related("person").filter(token_hash=wanted)
    invitation = found.first()
    if invitation is None or not hmac.compare_digest(invitation.token_hash, wanted):
        raise NoInvitation
    return invitation


@transaction.atomic
def accept_invitation(token: str, *, password: str, language: str = "") -> User:
    """Open the person's account with the password they chose. Raises NoInvitation."""
    invitation = find_invitation(token)
    people = Person.objects.select_for_update(of=("self",), no_key=True).select_related("user")
    person = people.get(pk=invitation.person_id)
    locked = Invitation.objects.select_for_update().get(pk=invitation.pk)
    if not locked.is_open(clock.now()) or has_account(person) or is_taken(person):
        raise NoInvitation
    user = person.user or User(email=person.email.lower())  # a task's link may have made one
    user.set_password(password)
    user.is_active, user.opens_by_link = True, False
    user.save()
    Leaving.objects.filter(person=person, account_ends=True).update(account_ends=False)
    person.user = user
    person.language = language or person.language
    person.save(update_fields=["user", "language"])
    opened(person)
    locked.accepted_at = clock.now()
    locked.save(update_fields=["accepted_at"])
    ledger.record(
        verbs.INVITATION_ACCEPTED,
        by=user.pk,
        board=locked.board_id,
        on=clock.today(),
        target="boards.person",
        target_id=person.pk,
        details={"invitation": locked.pk},
    )
    return user
