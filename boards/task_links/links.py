"""A link to one task: made when a message is posted, opened with a code, good for its one page.

For whoever does something here twice a year: a confirmation, a reply, an agency's return. They need
no password and no invitation. The link comes to the person's own address; the code comes to it too,
or from the authenticator app that the person already uses here. What they may do on the page is
asked of their offices and appointments as ever: the link gives no right.
"""

import datetime as dt
import secrets
from collections.abc import Callable

from django.contrib.auth.hashers import check_password, make_password
from django.db import transaction
from django.db.models import F
from django.urls import reverse

from boards.models import Person, TaskLink, User
from boards.models.invitation import hash_of, new_token
from boards.opening import opened
from boards.task_links import emails
from common import clock

LIFETIME = dt.timedelta(days=28)
CODE_LIFETIME = dt.timedelta(minutes=15)
TRIES = 5  # wrong codes, then another must be sent
CODES = 10  # codes sent for one link, then it opens nothing more


class NoTask(Exception):
    """The link opens nothing: unknown, withdrawn, run out. Nobody is told which."""


class WrongCode(Exception):
    """The code is not the one that was sent last, or it has run out."""


def task_link(person: Person, path: str, *, and_below: bool = False) -> str:
    """A path of ours that leads this person to `path`, and nowhere else, after a code; with
    `and_below` also to the pages whose address begins with it (a return and its form).

    For the context of a message: post(..., context={"link": task_link(person, path)}). The caller
    is in a transaction; each message gets a link of its own.
    """
    if not path.startswith("/") or path.startswith("//"):
        raise ValueError("A task is a page of ours: its path starts with one slash.")
    token, now = new_token(), clock.now()
    TaskLink.objects.create(
        person=person,
        path=path,
        and_below=and_below,
        token_hash=hash_of(token),
        made_at=now,
        expires_at=now + LIFETIME,
    )
    return reverse("task", args=[token])


def find_task(token: str) -> TaskLink:
    """The open link of a token. Raises NoTask."""
    found = TaskLink.objects.open(clock.now()).select_related("person__user")
    link = found.filter(token_hash=hash_of(token)).first()
    if link is None or link.codes_sent > CODES or not may_open(link.person):
        raise NoTask
    return link


def may_open(person: Person) -> bool:
    """Not with an account that was closed, or that ended with its owner's last day."""
    if person.user_id is None:
        return True
    return User.objects.not_left().filter(pk=person.user_id, is_active=True).exists()


@transaction.atomic
def open_code(token: str) -> None:
    """Send a new code to the person's own address. The one before no longer counts."""
    link = _locked(token)
    if link.codes_sent >= CODES:
        raise NoTask
    code = "".join(secrets.choice("0123456789") for _digit in range(6))
    link.code_hash = make_password(code)
    link.code_expires_at = clock.now() + CODE_LIFETIME
    link.code_tries = 0
    link.codes_sent += 1
    link.save()
    emails.code_sent(link, code)


def open_task(token: str, code: str) -> TaskLink:
    """Take the code that was mailed. Raises WrongCode; a few wrong ones use the code up."""
    with transaction.atomic():
        link = _locked(token)
        alive = (
            bool(link.code_hash)
            and link.code_tries < TRIES
            and link.code_expires_at is not None
            and clock.now() < link.code_expires_at
        )
        right = alive and check_password(code, link.code_hash)
        if right:
            link.code_hash, link.code_expires_at, link.opened_at = "", None, clock.now()
            link.save()
        else:
            TaskLink.objects.filter(pk=link.pk).update(code_tries=F("code_tries") + 1)
    if not right:
        raise WrongCode
    return link


def try_app(token: str, code: str, validate: Callable[[str], bool]) -> TaskLink:
    """Take the code of an authenticator app instead. Raises WrongCode, or NoTask."""
    with transaction.atomic():
        link = _locked(token)
        right = link.code_tries < 2 * TRIES and validate(code)
        link.code_tries = 0 if right else link.code_tries + 1
        link.opened_at = clock.now() if right else link.opened_at
        link.save()
    if not right:
        raise WrongCode
    return link


def _locked(token: str) -> TaskLink:
    link = find_task(token)
    row: TaskLink = (
        TaskLink.objects.select_for_update(of=("self",))
        .select_related("person__user")
        .get(pk=link.pk)
    )
    return row


@transaction.atomic
def open_account_of(person: Person) -> User:
    """The person's account; one without a password, that only links open, where there was none."""
    row = Person.objects.select_for_update(of=("self",), no_key=True).select_related("user")
    fresh = row.get(pk=person.pk)
    if fresh.user is None:
        fresh.user = User.objects.create_user(fresh.email, opens_by_link=True)
        fresh.save(update_fields=["user"])
        opened(fresh)
    user: User = fresh.user
    return user
