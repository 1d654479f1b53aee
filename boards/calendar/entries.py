"""What a calendar was given before, so that it learns what is new, changed, and no longer so."""

import datetime as dt
import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.db import transaction

from boards.models import CalendarEntry, Person
from common import clock

KEPT = dt.timedelta(days=90)
"""What is over is shown for so long; and so long a calendar is told that something is cancelled."""


@dataclass(frozen=True)
class Event:
    """What is to stand in the calendar: a whole day, or from an hour on. `blocks` is time that
    somebody is not free."""

    uid: str
    on: dt.date
    summary: str
    begins: dt.time | None = None
    blocks: bool = False

    @property
    def fingerprint(self) -> str:
        said = f"{self.on}|{self.begins}|{self.summary}|{self.blocks}"
        return hashlib.sha256(said.encode()).hexdigest()


@dataclass(frozen=True)
class Given:
    """An event as this calendar gets it now. Cancelled ones keep their day and nothing else."""

    uid: str
    on: dt.date
    sequence: int
    changed_at: dt.datetime
    event: Event | None
    """None: cancelled."""


@transaction.atomic
def brought_up_to_date(person: Person, events: Iterable[Event], now: dt.datetime) -> list[Given]:
    """Keep what is given today, counting up what changed. A few queries, however many events.

    Two programs that ask at once come one after the other.
    """
    Person.objects.select_for_update(of=("self",), no_key=True).get(pk=person.pk)
    wanted = {event.uid: event for event in events}
    rows = {row.uid: row for row in CalendarEntry.objects.filter(person=person)}
    oldest = now.astimezone(clock.WALES).date() - KEPT
    fresh = [
        CalendarEntry(
            person=person, uid=uid, on=event.on, fingerprint=event.fingerprint, changed_at=now
        )
        for uid, event in wanted.items()
        if uid not in rows
    ]
    changed, gone = [], []
    for uid, row in rows.items():
        event = wanted.get(uid)
        if event is None and (row.on < oldest or _long_cancelled(row, now)):
            gone.append(row.pk)
        elif _changes(row, event, now):
            changed.append(row)
    if gone:
        CalendarEntry.objects.filter(pk__in=gone).delete()
    if fresh:
        CalendarEntry.objects.bulk_create(fresh)
    if changed:
        fields = ["on", "fingerprint", "sequence", "changed_at", "cancelled_at"]
        CalendarEntry.objects.bulk_update(changed, fields)
    kept = [row for row in rows.values() if row.pk not in set(gone)]
    return sorted(_given([*kept, *fresh], wanted), key=lambda each: (each.on, each.uid))


def _long_cancelled(row: CalendarEntry, now: dt.datetime) -> bool:
    return row.cancelled_at is not None and row.cancelled_at < now - KEPT


def _changes(row: CalendarEntry, event: Event | None, now: dt.datetime) -> bool:
    """Whether the calendar must hear of it anew; then the row says so."""
    if event is None:
        if row.cancelled_at is not None:
            return False
        row.cancelled_at = now
    elif row.cancelled_at is None and row.fingerprint == event.fingerprint:
        return False
    else:
        row.on, row.fingerprint, row.cancelled_at = event.on, event.fingerprint, None
    row.sequence, row.changed_at = row.sequence + 1, now
    return True


def _given(rows: Iterable[CalendarEntry], wanted: dict[str, Event]) -> Iterator[Given]:
    for row in rows:
        yield Given(row.uid, row.on, row.sequence, row.changed_at, wanted.get(row.uid))
