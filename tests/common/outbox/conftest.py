"""Real SMTP servers for the outbox tests: a good one, and some that are not."""

import asyncio
import datetime as dt
import ipaddress
import socket
import ssl
from contextlib import contextmanager

import pytest
from aiosmtpd.controller import Controller
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from django.conf import LazySettings

SMTP = "django.core.mail.backends.smtp.EmailBackend"


class Inbox:
    """Keeps what arrives; `answers` are given, one a recipient, before it accepts. To the `slow` it
    answers after so many seconds."""

    def __init__(self):
        self.received = []
        self.answers = []
        self.tried = []
        self.slow = {}
        self.slow_to_say_250 = 0

    async def handle_RCPT(self, server, session, envelope, address, rcpt_options):  # noqa: N802 - aiosmtpd names it
        self.tried.append(address)
        await asyncio.sleep(self.slow.get(address, 0))
        if self.answers:
            answer = self.answers.pop(0)
            if answer:
                return answer
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):  # noqa: N802 - aiosmtpd names it
        self.received.append(envelope)
        await asyncio.sleep(self.slow_to_say_250)
        return "250 OK"


def free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return free.getsockname()[1]


@contextmanager
def running(settings: LazySettings, **options):
    """A server as aiosmtpd takes its options; the outbox sends to it."""
    handler, port = Inbox(), free_port()
    controller = Controller(handler, hostname="127.0.0.1", port=port, **options)
    controller.start()
    settings.OUTBOX_DELIVERS = True
    settings.OUTBOX_TRANSPORT = {
        "EMAIL_BACKEND": SMTP,
        "EMAIL_HOST": "127.0.0.1",
        "EMAIL_PORT": port,
    }
    settings.CELERY_BROKER_URL = "memory://"
    try:
        yield handler
    finally:
        controller.stop()


@pytest.fixture
def inbox(settings: LazySettings):
    with running(settings) as handler:
        yield handler


@pytest.fixture
def own_certificate(tmp_path):
    """TLS as a server speaks it that nobody vouches for."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "127.0.0.1")])
    begin = dt.datetime(2020, 1, 1, tzinfo=dt.UTC)
    made = (
        x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
        .not_valid_before(begin)
        .not_valid_after(begin + dt.timedelta(days=36500))
        .add_extension(
            x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address("127.0.0.1"))]), False
        )
        .sign(key, hashes.SHA256())
    )
    private = key.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )
    file = tmp_path / "own.pem"
    file.write_bytes(private + made.public_bytes(serialization.Encoding.PEM))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(file)
    return context, file


@pytest.fixture
def silent_server(settings: LazySettings):
    """It takes the connection and says nothing at all."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        settings.OUTBOX_DELIVERS = True
        settings.OUTBOX_TRANSPORT = {
            "EMAIL_BACKEND": SMTP,
            "EMAIL_HOST": "127.0.0.1",
            "EMAIL_PORT": listening.getsockname()[1],
        }
        yield listening
