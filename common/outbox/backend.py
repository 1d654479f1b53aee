"""Django's EMAIL_BACKEND: whatever Django or a library sends becomes rows of the outbox."""

import uuid
from collections.abc import Sequence

from django.core.mail import EmailMessage, EmailMultiAlternatives
from django.core.mail.backends.base import BaseEmailBackend
from django.db import transaction
from django.utils.translation import get_language

from common.outbox import words
from common.outbox.post import put


class OutboxBackend(BaseEmailBackend):
    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        with transaction.atomic():
            for message in email_messages:
                self._write(message)
        return len(email_messages)

    def _write(self, message: EmailMessage) -> None:
        alternatives = message.alternatives if isinstance(message, EmailMultiAlternatives) else []
        html = next((str(a[0]) for a in alternatives if a[1] == "text/html"), "")
        language = get_language() or ""
        for address in message.recipients():
            put(
                kind="common.mail",
                key=f"mail:{uuid.uuid4()}",
                to=address,
                language=language if language in words.BOTH else "",
                subject=" ".join(str(message.subject).split())[:250],
                text=str(message.body),
                html=html,
                is_private=True,
                asked_for=True,
            )
