"""Handing one message to the mail server, and what its answer means."""

import re
import smtplib
import ssl
import time
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.core.mail import EmailMultiAlternatives, get_connection
from django.core.mail.backends.base import BaseEmailBackend
from django.core.mail.backends.smtp import EmailBackend
from django.utils.http import http_date

from common.models import OutboxMessage

TIMEOUT = 20  # seconds a command of SMTP may take
EXCHANGE = 60  # seconds that all of them together may take for one message
# Seconds for the answer to the whole text (RFC 5321, 4.5.3.2.6): asking again sooner sends copies.
END_OF_DATA = 600
TOO_SLOW = "timed out"
UNKNOWN = "unknown"
SMTP = "django.core.mail.backends.smtp.EmailBackend"
OF_AN_ADDRESS = {550, 551, 553}
OF_A_RULE = re.compile(rb"5\.7\.\d")  # refused by policy: nothing is said of the address


@dataclass(frozen=True)
class Refusal:
    """Why a message did not leave. `code` holds no word of the server, which may quote names."""

    code: str
    is_final: bool = False
    is_server_down: bool = False
    is_of_address: bool = False
    """The server takes no mail for this address, whatever it is."""
    is_unknown: bool = False
    """It may have arrived: it is asked about, and not sent again."""


class FateUnknown(smtplib.SMTPServerDisconnected):
    """The server had the whole text and did not say whether it took it."""


class InTime(smtplib.SMTP):
    """SMTP in which a slow server has so long for one message, however many answers it owes; and
    longer once it has the whole text, because what it does with it can no longer be known."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        self.begin()
        super().__init__(*args, **kwargs)

    def begin(self) -> None:
        self.until = time.monotonic() + EXCHANGE
        self.replies_to_text: int | None = None

    def putcmd(self, cmd: str, args: str = "") -> None:
        self.replies_to_text = 0 if cmd.lower() == "data" else None
        super().putcmd(cmd, args)

    def getreply(self) -> tuple[int, bytes]:
        if self.replies_to_text is not None:
            self.replies_to_text += 1
            if self.replies_to_text > 1:  # the first only lets the text come
                return self._answer_to_the_text()
        left = self.until - time.monotonic()
        if left <= 0:
            super().close()
            raise smtplib.SMTPServerDisconnected(TOO_SLOW)
        if self.sock is not None:
            self.sock.settimeout(min(TIMEOUT, left))
        return super().getreply()

    def _answer_to_the_text(self) -> tuple[int, bytes]:
        if self.sock is not None:
            self.sock.settimeout(END_OF_DATA)
        try:
            return super().getreply()
        except smtplib.SMTPServerDisconnected as lost:
            raise FateUnknown(str(lost)) from lost


class TLSInTime(InTime, smtplib.SMTP_SSL):
    """The same, with TLS from the first byte."""


class TransportInTime(EmailBackend):
    """Django's own, with an end to one exchange."""

    connection: InTime | None

    @property
    def connection_class(self) -> type[InTime]:
        return TLSInTime if self.use_ssl else InTime

    def send_messages(self, email_messages: Any) -> int:
        sent = super().send_messages(email_messages)
        if self.connection is not None:
            self.connection.begin()  # the next message has its own time
        return sent


def open_transport() -> BaseEmailBackend:
    """A new connection object. With TLS asked for, opening it fails where TLS is not offered."""
    given: dict[str, Any] = settings.OUTBOX_TRANSPORT
    backend = given["EMAIL_BACKEND"]
    connection: BaseEmailBackend = get_connection(
        f"{__name__}.{TransportInTime.__name__}" if backend == SMTP else backend,
        host=given.get("EMAIL_HOST"),
        port=given.get("EMAIL_PORT"),
        username=given.get("EMAIL_HOST_USER") or "",
        password=given.get("EMAIL_HOST_PASSWORD") or "",
        use_tls=given.get("EMAIL_USE_TLS", False),
        use_ssl=given.get("EMAIL_USE_SSL", False),
        timeout=TIMEOUT,
    )
    return connection


def shut(transport: BaseEmailBackend) -> None:
    """Say goodbye, to a server that may be gone."""
    with suppress(smtplib.SMTPException, OSError):
        transport.close()


def mail(message: OutboxMessage) -> EmailMultiAlternatives:
    made = EmailMultiAlternatives(
        subject=message.subject,
        body=message.text,
        from_email=settings.DEFAULT_FROM_EMAIL,
        to=[message.to],
        headers={
            "Message-ID": message.message_id,
            "Date": http_date(message.created_at.timestamp()).replace("GMT", "+0000"),
            "Auto-Submitted": "auto-generated",
            "Content-Language": {"cy": "cy", "en-gb": "en"}.get(message.language, "cy, en"),
        },
    )
    if message.html:
        made.attach_alternative(message.html, "text/html")
    return made


def refusal(error: Exception, *, is_open: bool = True) -> Refusal:
    """What an error of sending means. `is_open`: the server had greeted, and TLS and login stood.

    Final is only what the server says with 5xx about this recipient or this content. A refused
    login, sender or greeting is a fault of the set-up: the message waits until somebody mends it.
    A server that falls silent over one message may still take the others.
    """
    if isinstance(error, FateUnknown):
        return Refusal(UNKNOWN, is_server_down=True, is_unknown=True)
    if isinstance(error, smtplib.SMTPRecipientsRefused):
        return _answered(*next(iter(error.recipients.values())), of_recipient=True)
    if isinstance(error, smtplib.SMTPDataError):
        return _answered(error.smtp_code, error.smtp_error)
    if isinstance(error, smtplib.SMTPNotSupportedError):
        return Refusal("no-tls", is_server_down=True)
    if isinstance(error, ssl.SSLError):
        return Refusal("bad-tls", is_server_down=True)
    if isinstance(error, smtplib.SMTPAuthenticationError):
        return Refusal("login", is_server_down=True)
    if isinstance(error, smtplib.SMTPResponseException):
        return Refusal(f"later-{error.smtp_code}"[:20], is_server_down=True)
    if isinstance(error, TimeoutError) or TOO_SLOW in str(error):
        return Refusal("timeout", is_server_down=not is_open)
    return Refusal("no-connection", is_server_down=not is_open)


def _answered(code: int, said: bytes | str, *, of_recipient: bool = False) -> Refusal:
    if 500 <= code < 600:
        text = said if isinstance(said, bytes) else said.encode()
        is_of_address = of_recipient and code in OF_AN_ADDRESS and not OF_A_RULE.match(text)
        return Refusal(f"refused-{code}", is_final=True, is_of_address=is_of_address)
    return Refusal(f"later-{code}", is_server_down=code == 421)
