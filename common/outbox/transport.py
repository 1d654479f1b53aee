"""Handing one message to the mail server, and what its answer means."""

import smtplib
import ssl
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.core.mail import EmailMultiAlternatives, get_connection
from django.core.mail.backends.base import BaseEmailBackend
from django.utils.http import http_date

from common.models import OutboxMessage

TIMEOUT = 20  # seconds a command of SMTP may take


@dataclass(frozen=True)
class Refusal:
    """Why a message did not leave. `code` holds no word of the server, which may quote names."""

    code: str
    is_final: bool = False
    is_server_down: bool = False


def open_transport() -> BaseEmailBackend:
    """A new connection object. With TLS asked for, opening it fails where TLS is not offered."""
    given: dict[str, Any] = settings.OUTBOX_TRANSPORT
    connection: BaseEmailBackend = get_connection(
        given["EMAIL_BACKEND"],
        host=given.get("EMAIL_HOST"),
        port=given.get("EMAIL_PORT"),
        username=given.get("EMAIL_HOST_USER") or "",
        password=given.get("EMAIL_HOST_PASSWORD") or "",
        use_tls=given.get("EMAIL_USE_TLS", False),
        use_ssl=given.get("EMAIL_USE_SSL", False),
        timeout=TIMEOUT,
    )
    return connection


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


def refusal(error: Exception) -> Refusal:
    """What an error of sending means.

    Final is only what the server says with 5xx about this recipient or this content. A refused
    login, sender or greeting is a fault of the set-up: the message waits until somebody mends it.
    """
    if isinstance(error, smtplib.SMTPRecipientsRefused):
        return _answered(next(iter(error.recipients.values()))[0])
    if isinstance(error, smtplib.SMTPDataError):
        return _answered(error.smtp_code)
    if isinstance(error, smtplib.SMTPNotSupportedError):
        return Refusal("no-tls", is_server_down=True)
    if isinstance(error, ssl.SSLError):
        return Refusal("bad-tls", is_server_down=True)
    if isinstance(error, smtplib.SMTPAuthenticationError):
        return Refusal("login", is_server_down=True)
    if isinstance(error, smtplib.SMTPResponseException):
        return Refusal(f"later-{error.smtp_code}"[:20], is_server_down=True)
    if isinstance(error, TimeoutError):
        return Refusal("timeout", is_server_down=True)
    return Refusal("no-connection", is_server_down=True)


def _answered(code: int) -> Refusal:
    if 500 <= code < 600:
        return Refusal(f"refused-{code}", is_final=True)
    return Refusal(f"later-{code}", is_server_down=code == 421)
