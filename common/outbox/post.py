"""Putting a message into the outbox. Nothing is sent here."""

import hashlib
from collections.abc import Callable
from typing import Any, Protocol
from urllib.parse import urlsplit

from django.conf import settings
from django.db import connection, transaction

from common import clock
from common.models import OutboxMessage
from common.outbox import words
from common.outbox.addresses import BEFORE, is_refused
from common.waking import Bell


class Addressee(Protocol):
    """Whoever can be written to: a person with an address and a language."""

    pk: Any
    email: str
    language: str


def post(
    *,
    kind: str,
    to: Addressee | str,
    template: str,
    context: dict[str, Any],
    key: str,
    language: str | None = None,
    is_private: bool = False,
    said: Callable[[str], str] = str,
    case: int | None = None,
    board: int | None = None,
    asked_for: bool = False,
) -> OutboxMessage:
    """Write a message to one address, in the caller's transaction.

    `language` None is the person's own; an unknown one means both, Welsh first. The same `key`
    again writes nothing and gives the first row back. `is_private` forgets the text once it is
    sent. `said` puts the text into the words of a board. `context` holds references and one link,
    never a name or a fact of a case. `case` is the review that it is about: its page of what was
    sent shows it. Where there is none, `board` is whose people are told if it does not arrive.
    `asked_for`: its reader waits for it, so it is tried also where other mail was refused.
    """
    email = to if isinstance(to, str) else to.email
    if language is None:
        language = "" if isinstance(to, str) else to.language
    language = language if language in words.BOTH else ""
    written = words.write(template, context, language, said)
    return put(
        kind=kind,
        key=key,
        to=email,
        person=None if isinstance(to, str) else to.pk,
        case=case,
        board=board,
        language=language,
        subject=written.subject,
        text=written.text,
        html=written.html,
        is_private=is_private,
        asked_for=asked_for,
    )


def put(*, key: str, asked_for: bool = False, **fields: Any) -> OutboxMessage:
    """Insert the row, or give back the one that has the key. Wakes the sweep after the commit.

    To an address that has refused for good nothing is sent: the row is given up from the
    beginning, and is somebody's task at once. Only what its reader asked for is tried all the same.
    """
    if not connection.in_atomic_block:
        raise RuntimeError("A message is posted in the transaction of the act it tells of.")
    now = clock.now()
    row = OutboxMessage(key=key, message_id=message_id(key), created_at=now, **fields)
    if not asked_for and is_refused(row.to):
        row.failed_at, row.last_error = now, BEFORE
        row.text, row.html = ("", "") if row.is_private else (row.text, row.html)
    OutboxMessage.objects.bulk_create([row], ignore_conflicts=True)
    transaction.on_commit(wake, robust=True)
    return OutboxMessage.objects.get(key=key)


def message_id(key: str) -> str:
    """The same for every try, so that a mail sent twice is seen as one."""
    host = urlsplit(settings.BASE_URL).hostname
    return f"<{hashlib.sha256(key.encode()).hexdigest()[:40]}@{host}>"


bell = Bell("common.outbox.tasks.sweep")


def wake() -> None:
    """Ask the worker to sweep now."""
    if settings.OUTBOX_DELIVERS:
        bell.ring()
