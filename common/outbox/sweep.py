"""The sweep: claims what is due, one at a time, sends it, and writes down what became of it.

A claim is a lease. Whoever dies between claim and sending loses it when the lease ends, and the
next sweep sends; whoever dies between sending and marking causes one second copy, with the same
Message-ID. Leases and waits are on the database's clock: a machine whose clock is wrong neither
breaks a lease nor holds a message back.
"""

import datetime as dt
import logging
import smtplib
import time
from collections.abc import Callable

from django.conf import settings
from django.core.mail.backends.base import BaseEmailBackend
from django.db import InterfaceError, OperationalError, connection, transaction
from django.db.models.functions import Now

from common import clock
from common.alone import alone
from common.crypto import InvalidToken
from common.models import OutboxMessage
from common.outbox import addresses
from common.outbox.transport import EXCHANGE, Refusal, mail, open_transport, refusal, shut

log = logging.getLogger(__name__)

NOTING = 30  # seconds for which the answer of a server is tried to be written down
SPARE = 30
# Longer than one exchange and writing down its answer; as short as that allows, since what a killed
# worker had in hand waits for it.
LEASE = dt.timedelta(seconds=EXCHANGE + NOTING + SPARE)
STRETCH = 100  # seconds one sweep works before it leaves the rest to the next
BACKOFF = [dt.timedelta(minutes=m) for m in (1, 5, 15, 60)]  # and then every hour
FORGOTTEN = {"text": "", "html": ""}  # what holds a private link, once it is sent or given up
GIVE_UP = dt.timedelta(hours=72)


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
        while time.monotonic() - started < STRETCH and (message := claim()) is not None:
            refused = send(message, transport)
            if refused is None:
                sent += 1
                continue
            shut(transport)
            transport = open_transport()  # never again the one on which TLS has failed
            if refused.is_server_down:
                break  # the others would wait for the same time-out; the next sweep asks again
    finally:
        shut(transport)
    return sent


@transaction.atomic
def claim() -> OutboxMessage | None:
    """The longest due message, leased to the caller; None when there is none.

    A claim whose holder died was no try: the message is not made to wait the longer for it.
    """
    message = (
        OutboxMessage.objects.claimable()
        .annotate(moment=Now())
        .defer("text", "html")  # read when sent, so that an unreadable one stops only itself
        .select_for_update(skip_locked=True)
        .order_by("due_at", "pk")
        .first()
    )
    if message is None:
        return None
    if message.claimed_until is None:
        message.tries += 1
    message.claimed_until = message.moment + LEASE
    message.save(update_fields=["claimed_until", "tries"])
    return message


def send(message: OutboxMessage, transport: BaseEmailBackend) -> Refusal | None:
    """Hand the message over and write down the answer: None when it left."""
    is_open = False
    try:
        transport.open()
        is_open = True
        transport.send_messages([mail(message)])
    except (smtplib.SMTPException, OSError) as error:
        refused = refusal(error, is_open=is_open)
    except (InvalidToken, ValueError) as error:
        log.error("Message %s cannot be read or written: %s", message.pk, type(error).__name__)
        refused = Refusal("unreadable", is_final=True)
    else:
        surely(lambda: settle_sent(message))
        return None
    surely(lambda: settle_refused(message, refused))
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


def settle_sent(message: OutboxMessage) -> None:
    changes: dict[str, object] = {"sent_at": clock.now(), "claimed_until": None, "last_error": ""}
    changes |= FORGOTTEN if message.is_private else {}
    with transaction.atomic():
        OutboxMessage.objects.filter(pk=message.pk).unsettled().update(**changes)
        addresses.accepted(message.to)


def settle_refused(message: OutboxMessage, refused: Refusal) -> None:
    """Put the message back for later, or give it up: at once on a final answer, else after 72 h."""
    log.warning("Message %s not sent: %s (try %s)", message.pk, refused.code, message.tries)
    changes: dict[str, object] = {"claimed_until": None, "last_error": refused.code}
    is_over = OutboxMessage.objects.filter(pk=message.pk, queued_at__lte=Now() - GIVE_UP)
    with transaction.atomic():
        if refused.is_final or is_over.exists():
            changes["failed_at"] = clock.now()
            changes |= FORGOTTEN if message.is_private else {}
        else:
            changes["due_at"] = Now() + BACKOFF[min(message.tries, len(BACKOFF)) - 1]
        mine = OutboxMessage.objects.filter(pk=message.pk, claimed_until=message.claimed_until)
        if mine.unsettled().update(**changes) and refused.is_of_address:
            addresses.refused(message.to, refused.code)
