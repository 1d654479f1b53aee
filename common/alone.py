"""Work that one process does at a time, whoever else has been woken for it.

The lock belongs to the connection: it is gone in the moment in which its holder dies. It keeps the
second worker free for other work; that nothing is done twice does not rest on it.
"""

import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from django.db import Error, connection

AGAIN = 0.2  # seconds between two tries of whoever waits


@contextmanager
def alone(name: str, *, wait: float = 0) -> Iterator[bool]:
    """Whether this process is the only one at it. It asks once, or for as long as it waits."""
    until = time.monotonic() + wait
    while not (mine := _ask("pg_try_advisory_lock", name)) and time.monotonic() < until:
        time.sleep(AGAIN)
    try:
        yield mine
    finally:
        if mine:
            with suppress(Error):  # the connection is gone, and the lock with it
                _ask("pg_advisory_unlock", name)


def _ask(function: str, name: str) -> bool:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {function}(hashtext(%s))", [name])
        (answer,) = cursor.fetchone()
    return bool(answer)
