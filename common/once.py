"""Each form counts once: a second post of the same form leads to the first one's result.

The same form is the same page saying the same. From a page that was gone back to and changed, other
words are another act: they are never dropped for having come from a page that was sent before.
"""

import json
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.db import IntegrityError, transaction
from django.http import QueryDict

from common import clock
from common.models import Submission

NOT_SAID = ("key", "csrfmiddlewaretoken")


class AlreadyDone(Exception):
    """The same form was accepted before; `result` is where it led."""

    def __init__(self, result: str) -> None:
        super().__init__(result)
        self.result = result


@contextmanager
def once(key: uuid.UUID, *, by: Any, result: str) -> Iterator[Submission]:
    """Run the body once for this key, in one transaction with it.

    The body may set `.result` to the page the form leads to. A second post waits for the first
    one's transaction, then raises AlreadyDone; if the first one failed, the second counts.
    """
    with transaction.atomic():
        try:
            with transaction.atomic():
                ticket = Submission.objects.create(
                    key=key, user_id=by.pk, result=result, at=clock.now()
                )
        except IntegrityError:
            first = Submission.objects.filter(key=key, user_id=by.pk).first()
            raise AlreadyDone(first.result if first else result) from None
        yield ticket
        ticket.save(update_fields=["result"])


def key_of(sent: QueryDict) -> uuid.UUID:
    """The key of a form together with what it says; a new one where it carries none."""
    try:
        key = uuid.UUID(sent.get("key", ""))
    except ValueError:
        return uuid.uuid4()
    said = sorted((name, values) for name, values in sent.lists() if name not in NOT_SAID)
    return uuid.uuid5(key, json.dumps(said))


def result_of(sent: QueryDict, *, by: Any) -> str:
    """Where this form, saying this, led, if it was accepted before; else ''."""
    if not sent.get("key"):
        return ""
    first = Submission.objects.filter(key=key_of(sent), user_id=by.pk).first()
    return first.result if first else ""
