"""The hash chain over committed entries, and its examination.

Entries are chained by a worker after their own transaction: a chain inside it would make every
page wait for every other. The place in the chain is its own number, so an entry that commits after
one with a higher id is not skipped: it is linked in a later pass, further down the chain.
"""

import datetime as dt
import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass

from django.db import connection, transaction
from django.db.models import Exists, Max, OuterRef, QuerySet

from audit.models import Entry, Link

BEGINNING = "0" * 64
CHAIN_LOCK = 7_203_114  # any fixed number of our own for pg_advisory_xact_lock
LOOK_BACK = 10_000  # ids before the newest linked one that a pass looks at again
BATCH = 2_000


@dataclass(frozen=True)
class Head:
    """The end of the chain. Kept outside the database it shows when the tail was cut off."""

    seq: int
    hash: str

    def __str__(self) -> str:
        return f"{self.seq} {self.hash}"


def text_of(entry: Entry) -> str:
    """An entry as one canonical line."""
    return json.dumps(_facts(entry), sort_keys=True, separators=(",", ":"))


def hash_of(prev: str, text: str) -> str:
    return hashlib.sha256(f"{prev}\n{text}".encode()).hexdigest()


def head() -> Head:
    last = Link.objects.order_by("-seq").values_list("seq", "hash").first()
    return Head(*last) if last else Head(0, BEGINNING)


def chain_committed(*, whole: bool = False) -> int:
    """Link what is committed and not linked yet; the number linked. One worker at a time.

    Looks back LOOK_BACK ids for late commits; `whole` looks through the whole ledger.
    """
    linked = 0
    while True:
        with transaction.atomic():
            with connection.cursor() as cursor:
                # READ COMMITTED: the statements below see all that was linked before the lock.
                cursor.execute("SELECT pg_try_advisory_xact_lock(%s)", [CHAIN_LOCK])
                if not cursor.fetchone()[0]:
                    return linked
            entries = list(_waiting(whole)[:BATCH])
            _link(entries)
        linked += len(entries)
        if len(entries) < BATCH:
            return linked


def _waiting(whole: bool) -> QuerySet[Entry]:
    newest = Link.objects.aggregate(newest=Max("entry_id"))["newest"] or 0
    floor = 0 if whole else newest - LOOK_BACK
    already = Link.objects.filter(entry_id=OuterRef("pk"))
    return Entry.objects.filter(~Exists(already), pk__gt=floor).order_by("pk")


def _link(entries: list[Entry]) -> None:
    end = head()
    seq, prev = end.seq, end.hash
    links = []
    for entry in entries:
        seq, text = seq + 1, text_of(entry)
        links.append(
            Link(seq=seq, entry_id=entry.pk, text=text, prev=prev, hash=hash_of(prev, text))
        )
        prev = links[-1].hash
    Link.objects.bulk_create(links)


def problems(anchors: list[Head] | None = None) -> Iterator[str]:
    """What is wrong with the ledger, one sentence each; nothing if it is whole.

    Edits, deletions and reordering show in the chain itself. A chain cut off at its end is whole
    in itself: that shows only against heads written down elsewhere (`anchors`).
    """
    expected_seq, prev = 1, BEGINNING
    anchored = {anchor.seq: anchor.hash for anchor in anchors or []}
    for links in _batches():
        entries = Entry.objects.in_bulk([link.entry_id for link in links])
        for link in links:
            if link.seq != expected_seq:
                yield f"Links {expected_seq} to {link.seq - 1} are missing."
            if link.prev != prev:
                yield f"Link {link.seq} does not follow the one before it."
            if link.hash != hash_of(link.prev, link.text):
                yield f"Link {link.seq} does not have the hash of its text."
            yield from _entry_problems(link, entries.get(link.entry_id))
            if anchored.pop(link.seq, link.hash) != link.hash:
                yield f"Link {link.seq} is not the one that stands in the anchor file."
            expected_seq, prev = link.seq + 1, link.hash
    for seq in sorted(anchored):
        if seq:
            yield f"Link {seq} stands in the anchor file and is gone: the end was cut off."


def _entry_problems(link: Link, entry: Entry | None) -> Iterator[str]:
    if entry is None:
        yield f"Entry {link.entry_id} (link {link.seq}) was deleted."
        return
    now = _facts(entry)
    changed = [key for key, then in json.loads(link.text).items() if now.get(key) != then]
    if changed:
        yield f"Entry {link.entry_id} (link {link.seq}) was changed: {', '.join(changed)}."


def _batches() -> Iterator[list[Link]]:
    last = -1
    while links := list(Link.objects.filter(seq__gt=last).order_by("seq")[:BATCH]):
        yield links
        last = links[-1].seq


def _facts(entry: Entry) -> dict[str, object]:
    """Every column by name, as JSON can hold it."""
    return {
        "id": entry.pk,
        "act": str(entry.act),
        "at": entry.at.astimezone(dt.UTC).isoformat(timespec="microseconds"),
        "verb": entry.verb,
        "by_id": entry.by_id,
        "capacity": entry.capacity,
        "board_id": entry.board_id,
        "review_id": entry.review_id,
        "on": entry.on.isoformat() if entry.on else None,
        "decided_by_id": entry.decided_by_id,
        "target": entry.target,
        "target_id": entry.target_id,
        "details": entry.details,
    }
