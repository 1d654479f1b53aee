"""The sweep: claims what is due, sends it one by one, and writes down what became of each.

A claim is a lease. Whoever dies between claim and sending loses it when the lease ends, and the
next sweep sends; whoever dies between sending and marking causes one second copy, with the same
Message-ID. While one sweep is at it no other begins, so the lease may end while a server takes its
time over a text it has. Leases and waits are on the database's clock: a machine whose clock is
wrong neither breaks a lease nor holds a message back.
"""

import datetime as dt
import logging
import smtplib
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.core.mail.backends.base import BaseEmailBackend
from django.db import InterfaceError, OperationalError, connection, transaction
from django.db.models import Exists, F, OuterRef, QuerySet
from django.db.models.functions import Lower, Now

from common import clock
from common.alone import alone
from common.crypto import InvalidToken
from common.models import OutboxMessage, RefusedAddress
from common.outbox import addresses
from common.outbox.transport import EXCHANGE, Refusal, mail, open_transport, refusal, shut

log = logging.getLogger(__name__)

NOTING = 30  # seconds for which the answer of a server is tried to be written down
SPARE = 30  # seconds in which the last of a batch must have been begun
# Longer than all that together; as short as that allows, since what a killed worker had in hand
# waits for it.
LEASE = dt.timedelta(seconds=EXCHANGE + NOTING + SPARE)
BATCH = 20
STRETCH = 100  # seconds one sweep works before it leaves the rest to the next
BACKOFF = [dt.timedelta(minutes=m) for m in (1, 5, 15, 60)]  # and then every hour
FORGOTTEN = {"text": "", "html": ""}  # what holds a private link, once it is sent or given up
GIVE_UP = dt.timedelta(hours=72)


@dataclass(frozen=True)
class Claim:
    """A message in the caller's hands, from and until a moment of the database's clock."""

    message: OutboxMessage
    at: dt.datetime
    until: dt.datetime
    is_marked: bool
    """Its address has refused another message: should this one arrive, that is over."""


def sweep(*, wait: float = 0) -> int:
    """Send what is due and say how many left. Without a mail server nothing is touched, and while
    another sweep is at it neither."""
    if not settings.OUTBOX_DELIVERS:
        return 0
    with alone("common.outbox", wait=wait) as mine:
        return send_due() if mine else 0


def send_due() -> int:
    sent = 0
    started = time.monotonic()
    transport = open_transport()
    try:
        while time.monotonic() - started < STRETCH and (claims := claim()):
            begun = time.monotonic()
            while claims and time.monotonic() - begun < SPARE:
                refused = send(claims.pop(0), transport)
                if refused is None:
                    sent += 1
                    continue
                shut(transport)
                transport = open_transport()  # never again the one on which TLS has failed
                if refused.is_server_down:  # the others would wait for the same time-out;
                    release(claims)  # the next sweep asks again
                    return sent
            release(claims)
    finally:
        shut(transport)
    return sent


@transaction.atomic
def claim() -> list[Claim]:
    """The longest due messages, leased to the caller; none when there are none."""
    marked = RefusedAddress.objects.filter(address=Lower(OuterRef("to")))
    rows: Any = (
        OutboxMessage.objects.claimable()
        .annotate(moment=Now(), is_marked=Exists(marked))
        .defer("text", "html")  # read when sent, so that an unreadable one stops only itself
        .select_for_update(skip_locked=True, of=("self",))
        .order_by("due_at", "pk")[:BATCH]
    )
    claims = [Claim(row, row.moment, row.moment + LEASE, row.is_marked) for row in rows]
    if claims:
        mine = OutboxMessage.objects.filter(pk__in=[each.message.pk for each in claims])
        mine.update(claimed_until=claims[0].until)
    return claims


def held(claims: Sequence[Claim]) -> QuerySet[OutboxMessage]:
    """What of these is still in the caller's hands."""
    mine = OutboxMessage.objects.filter(pk__in=[each.message.pk for each in claims])
    return mine.unsettled().filter(claimed_until__in={each.until for each in claims})


def release(claims: Sequence[Claim]) -> None:
    """Give back what was claimed and not begun."""
    if claims:
        held(claims).update(claimed_until=None)


def send(claim: Claim, transport: BaseEmailBackend) -> Refusal | None:
    """Hand the message over and write down the answer: None when it left."""
    message, is_open = claim.message, False
    try:
        transport.open()
        is_open = True
        message.refresh_from_db(fields=["text", "html"])
        transport.send_messages([mail(message)])
    except (smtplib.SMTPException, OSError) as error:
        refused = refusal(error, is_open=is_open)
    except (InvalidToken, ValueError) as error:
        log.error("Message %s cannot be read or written: %s", message.pk, type(error).__name__)
        refused = Refusal("unreadable", is_final=True)
    else:
        surely(lambda: settle_sent(claim))
        return None
    surely(lambda: settle_refused(claim, refused))
    return refused


def surely(settle: Callable[[], None]) -> None:
    """Write down what the server has answered, also where the database is just coming back: what
    is not marked as sent goes a second time."""
    until = time.monotonic() + NOTING
    while True:
        try:
            return settle()
        except (OperationalError, InterfaceError):
            if connection.in_atomic_block or time.monotonic() > until:
                raise
            connection.close()
            time.sleep(0.2)


def settle_sent(claim: Claim) -> None:
    changes: dict[str, object] = {"sent_at": clock.now(), "claimed_until": None, "last_error": ""}
    changes["tries"] = F("tries") + 1
    message = claim.message
    changes |= FORGOTTEN if message.is_private else {}
    OutboxMessage.objects.filter(pk=message.pk).unsettled().update(**changes)
    if claim.is_marked:
        addresses.accepted(message.to)


def settle_refused(claim: Claim, refused: Refusal) -> None:
    """Put the message back for later, or give it up: at once on a final answer, else after 72 h.
    What may have arrived is not sent again: somebody asks."""
    message = claim.message
    tries = message.tries + 1  # a claim whose holder died was none
    log.warning("Message %s not sent: %s (try %s)", message.pk, refused.code, tries)
    changes: dict[str, object] = {"claimed_until": None, "last_error": refused.code, "tries": tries}
    if refused.is_final or refused.is_unknown or claim.at - message.queued_at >= GIVE_UP:
        changes["failed_at"] = clock.now()
        changes |= FORGOTTEN if message.is_private else {}
    else:
        changes["due_at"] = Now() + BACKOFF[min(tries, len(BACKOFF)) - 1]
    with transaction.atomic():
        if held([claim]).update(**changes) and refused.is_of_address:
            addresses.refused(message.to, refused.code)
