"""The sweep: claims what is due, one at a time, sends it, and writes down what became of it.

A claim is a lease. Whoever dies between claim and sending loses it when the lease ends, and the
next sweep sends; whoever dies between sending and marking causes one second copy, with the same
Message-ID.
"""

import datetime as dt
import logging
import smtplib
import time

from django.conf import settings
from django.core.mail.backends.base import BaseEmailBackend
from django.db import transaction

from common import clock
from common.crypto import InvalidToken
from common.models import OutboxMessage
from common.outbox.transport import Refusal, mail, open_transport, refusal

log = logging.getLogger(__name__)

LEASE = dt.timedelta(minutes=4)  # longer than the slowest exchange with a server
STRETCH = 120  # seconds one sweep works before it leaves the rest to the next
BACKOFF = [dt.timedelta(minutes=m) for m in (1, 5, 15, 60, 120, 240, 480, 720)]
GIVE_UP = dt.timedelta(hours=72)


def sweep() -> int:
    """Send what is due and say how many left. Without a mail server nothing is touched."""
    if not settings.OUTBOX_DELIVERS:
        return 0
    sent = 0
    started = time.monotonic()
    transport = open_transport()
    try:
        while time.monotonic() - started < STRETCH and (message := claim()) is not None:
            refused = send(message, transport)
            if refused is None:
                sent += 1
                continue
            transport.close()
            transport = open_transport()
            if refused.is_server_down:
                break  # the others would wait for the same time-out; the next sweep asks again
    finally:
        transport.close()
    return sent


@transaction.atomic
def claim() -> OutboxMessage | None:
    """The longest due message, leased to the caller; None when there is none."""
    now = clock.now()
    message = (
        OutboxMessage.objects.claimable(now)
        .defer("text", "html")  # read when sent, so that an unreadable one stops only itself
        .select_for_update(skip_locked=True)
        .order_by("due_at", "pk")
        .first()
    )
    if message is None:
        return None
    message.claimed_until = now + LEASE
    message.tries += 1
    message.save(update_fields=["claimed_until", "tries"])
    return message


def send(message: OutboxMessage, transport: BaseEmailBackend) -> Refusal | None:
    """Hand the message over and write down the answer: None when it left."""
    try:
        transport.open()
        transport.send_messages([mail(message)])
    except (smtplib.SMTPException, OSError) as error:
        refused = refusal(error)
    except (InvalidToken, ValueError) as error:
        log.error("Message %s cannot be read or written: %s", message.pk, type(error).__name__)
        refused = Refusal("unreadable", is_final=True)
    else:
        settle_sent(message)
        return None
    settle_refused(message, refused)
    return refused


def settle_sent(message: OutboxMessage) -> None:
    changes: dict[str, object] = {"sent_at": clock.now(), "claimed_until": None, "last_error": ""}
    if message.is_private:
        changes |= {"text": "", "html": ""}
    OutboxMessage.objects.filter(pk=message.pk).unsettled().update(**changes)


def settle_refused(message: OutboxMessage, refused: Refusal) -> None:
    """Put the message back for later, or give it up: at once on a final answer, else after 72 h."""
    now = clock.now()
    log.warning("Message %s not sent: %s (try %s)", message.pk, refused.code, message.tries)
    changes: dict[str, object] = {"claimed_until": None, "last_error": refused.code}
    if refused.is_final or now - message.created_at >= GIVE_UP:
        changes["failed_at"] = now
    else:
        changes["due_at"] = now + BACKOFF[min(message.tries, len(BACKOFF)) - 1]
    mine = OutboxMessage.objects.filter(pk=message.pk, claimed_until=message.claimed_until)
    mine.unsettled().update(**changes)
