"""A real SMTP server for the outbox tests."""

import socket

import pytest
from aiosmtpd.controller import Controller
from django.conf import LazySettings


class Inbox:
    """Keeps what arrives; `answers` are given, one a recipient, before it accepts."""

    def __init__(self):
        self.received = []
        self.answers = []
        self.tried = []

    async def handle_RCPT(self, server, session, envelope, address, rcpt_options):  # noqa: N802 - aiosmtpd names it
        self.tried.append(address)
        if self.answers:
            answer = self.answers.pop(0)
            if answer:
                return answer
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):  # noqa: N802 - aiosmtpd names it
        self.received.append(envelope)
        return "250 OK"


@pytest.fixture
def inbox(settings: LazySettings):
    handler = Inbox()
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    controller = Controller(handler, hostname="127.0.0.1", port=port)
    controller.start()
    settings.OUTBOX_DELIVERS = True
    settings.OUTBOX_TRANSPORT = {
        "EMAIL_BACKEND": "django.core.mail.backends.smtp.EmailBackend",
        "EMAIL_HOST": "127.0.0.1",
        "EMAIL_PORT": port,
    }
    settings.CELERY_BROKER_URL = "memory://"
    yield handler
    controller.stop()
