"""Each form counts once: a second post of the same form leads to the first one's result."""

import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.db import IntegrityError, transaction

from common import clock
from common.models import Submission


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


def result_of(key: str, *, by: Any) -> str:
    """Where a form with this key led, if it was accepted before; else ''."""
    try:
        first = Submission.objects.filter(key=uuid.UUID(key), user_id=by.pk).first()
    except ValueError:
        return ""
    return first.result if first else ""
