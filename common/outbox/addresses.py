"""Addresses that a server has refused for good: nothing more is sent there for a while.

What is to be told to such an address is a task at once, instead of one failure after another. It
is tried again when its time is over, when somebody says that it works, and with whatever its owner
asks for (a new password, a code). A message that arrives takes the mark away.
"""

import datetime as dt

from django.db.models.functions import Now

from common.models import RefusedAddress

FOR = dt.timedelta(days=28)
BEFORE = "refused-before"
"""The error of a message that was not tried, because its address had refused another."""


def refused(address: str, code: str) -> None:
    RefusedAddress.objects.bulk_create(
        [RefusedAddress(address=address.lower(), code=code)],
        update_conflicts=True,
        unique_fields=["address"],
        update_fields=["code", "refused_at"],
    )


def accepted(address: str) -> None:
    """It works: a message arrived there, or somebody says so."""
    RefusedAddress.objects.filter(address=address.lower()).delete()


def is_refused(address: str) -> bool:
    marks = RefusedAddress.objects.filter(address=address.lower())
    return marks.filter(refused_at__gt=Now() - FOR).exists()
