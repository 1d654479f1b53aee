"""Writing to the ledger, in the transaction of the act itself."""

import datetime as dt
import re
import uuid
from collections.abc import Mapping

from audit import instants, verbs
from audit.models import Entry

__all__ = ["Entry", "LedgerError", "record"]

Detail = str | int | bool | dt.date | None

_CODE = re.compile(r"[a-z0-9][a-z0-9_.:\-]{0,63}")
_KEY = re.compile(r"[a-z][a-z0-9_]{0,39}")


class LedgerError(ValueError):
    """The entry names an unknown verb, or carries what could be a name or free text."""


def record(
    verb: str,
    *,
    by: int | None,
    capacity: str = "",
    board: int | None = None,
    review: int | None = None,
    on: dt.date | None = None,
    decided_by: int | None = None,
    act: uuid.UUID | None = None,
    target: str = "",
    target_id: int | None = None,
    details: Mapping[str, Detail] | None = None,
) -> Entry:
    """Write one entry. `by` is who typed it (None: the system), `decided_by` who decided it, `on`
    the day in the world; entries of one deed share their `act`.

    Raises LedgerError for an unregistered verb and for any text that is not a code.
    """
    if verbs.find(verb) is None:
        raise LedgerError(f"{verb!r} is not a registered verb.")
    return Entry.objects.create(
        act=act or uuid.uuid4(),
        at=instants.now(),
        verb=str(verb),
        by_id=by,
        capacity=_code(capacity, "capacity"),
        board_id=board,
        review_id=review,
        on=on,
        decided_by_id=decided_by,
        target=_code(target, "target"),
        target_id=target_id,
        details={_key(key): _plain(value, key) for key, value in (details or {}).items()},
    )


def _key(key: str) -> str:
    if not _KEY.fullmatch(key):
        raise LedgerError(f"{key!r} is not the name of a detail.")
    return key


def _plain(value: Detail, key: str) -> str | int | bool | None:
    if value is None or isinstance(value, bool | int):
        return value
    if isinstance(value, dt.date) and not isinstance(value, dt.datetime):
        return value.isoformat()
    if isinstance(value, str):
        return _code(value, key)
    raise LedgerError(f"The detail {key!r} is neither a code, a number, a day nor a claim.")


def _code(text: str, key: str) -> str:
    """The text, if it is a code. The message leaves the text out: it may be somebody's name."""
    if text and not _CODE.fullmatch(text):
        raise LedgerError(f"{key!r} holds text. The ledger takes codes, numbers and days only.")
    return str(text)
