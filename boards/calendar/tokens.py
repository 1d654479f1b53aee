"""The secret address of a person's calendar: made, shown once, used, withdrawn."""

import datetime as dt

from django.db import transaction

from audit import ledger
from boards import verbs
from boards.models import CalendarToken, Person, User
from boards.models.invitation import hash_of, new_token
from common import clock

STEP = dt.timedelta(minutes=10)  # how exactly the last use is known


@transaction.atomic
def make_token(person: Person, *, by: User) -> str:
    """A new address for this person's calendar. The one before opens nothing any more."""
    Person.objects.select_for_update(of=("self",), no_key=True).get(pk=person.pk)
    revoke(person, by=by)
    token = new_token()
    CalendarToken.objects.create(person=person, digest=hash_of(token), made_at=clock.now())
    ledger.record(verbs.CALENDAR_MADE, by=by.pk, on=clock.today())
    return token


@transaction.atomic
def revoke(person: Person, *, by: User | None = None) -> bool:
    """Withdraw the address, if there is one: the calendar is no longer kept up to date."""
    standing = CalendarToken.objects.standing().filter(person=person)
    revoked = bool(standing.update(revoked_at=clock.now()))
    if revoked:
        ledger.record(verbs.CALENDAR_REVOKED, by=by.pk if by else None, on=clock.today())
    return revoked


def standing_token(person: Person) -> CalendarToken | None:
    return CalendarToken.objects.standing().filter(person=person).first()


def owner_of(token: str) -> User | None:
    """Whose calendar the address opens: nobody's, once it is withdrawn or the account is closed."""
    standing = CalendarToken.objects.standing().filter(digest=hash_of(token))
    found = User.objects.not_left().select_related("person")
    user: User | None = found.filter(
        is_active=True, person__pk__in=standing.values("person")
    ).first()
    if user is not None:
        note_use(user)
    return user


def note_use(user: User) -> None:
    now = clock.now()
    tokens = CalendarToken.objects.standing().filter(person__user=user)
    tokens.exclude(last_used_at__gt=now - STEP).update(last_used_at=now)
