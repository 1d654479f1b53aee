"""The history of one review, told to a reader in sentences."""

import datetime as dt
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby

from django.db.models import Q, QuerySet
from django.utils import timezone

from audit import verbs
from audit.models import Entry
from audit.verbs import Text

Names = Callable[[Collection[int]], Mapping[int, str]]


class Show(StrEnum):
    """Which entries a reader asks for."""

    ACTS = "acts"
    READINGS = "readings"
    EVERYTHING = "everything"


@dataclass(frozen=True)
class Line:
    """One entry as it is told."""

    entry: Entry
    label: str
    sentence: str
    by: str
    decided_by: str
    capacity: str
    on: dt.date
    at: dt.datetime
    reading: bool
    recorded_later: bool
    acted_for: str = ""
    """The holder for whom a deputy acted; filled in by whoever knows offices."""


@dataclass(frozen=True)
class Day:
    """What happened on one day in the world."""

    on: dt.date
    lines: list[Line]


def history(
    review_id: int,
    *,
    names: Names,
    persons: Names,
    show: Show = Show.ACTS,
    capacities: Mapping[str, Text] | None = None,
    at_most: int = 500,
    readings_by: int | None = None,
) -> list[Day]:
    """The review's entries, the newest first, by the day on which they happened. Of readings those
    of the user `readings_by` alone, where one is named.

    `names` is asked once, with the ids of all users that occur (who typed it), `persons` with those
    of all persons for whom it was recorded (who decided it); `capacities` labels their codes.
    """
    found = Entry.objects.filter(review_id=review_id)
    if readings_by is not None:
        found = found.exclude(~Q(by_id=readings_by), verb__in=verbs.readings())
    entries = list(_chosen(found, show)[:at_most])
    return _told(entries, names, persons, capacities)


def history_of(
    target: str,
    target_id: int,
    *,
    names: Names,
    persons: Names,
    capacities: Mapping[str, Text] | None = None,
    at_most: int = 200,
) -> list[Day]:
    """The acts on one thing that is no part of a review, told in the same way."""
    found = Entry.objects.filter(target=target, target_id=target_id, review_id=None)
    entries = list(_chosen(found, Show.ACTS)[:at_most])
    return _told(entries, names, persons, capacities)


def _told(
    entries: list[Entry], names: Names, persons: Names, capacities: Mapping[str, Text] | None
) -> list[Day]:
    users = {entry.by_id for entry in entries if entry.by_id is not None}
    deciders = {entry.decided_by_id for entry in entries if entry.decided_by_id is not None}
    known = names(users) if users else {}
    decided = persons(deciders) if deciders else {}
    lines = [_line(entry, known, decided, capacities or {}) for entry in entries]
    lines.sort(key=lambda line: (line.on, line.entry.pk), reverse=True)
    return [Day(on, list(group)) for on, group in groupby(lines, key=lambda line: line.on)]


def _chosen(entries: QuerySet[Entry], show: Show) -> QuerySet[Entry]:
    if show is Show.READINGS:
        entries = entries.filter(verb__in=verbs.readings())
    elif show is Show.ACTS:
        entries = entries.exclude(verb__in=verbs.readings())
    return entries.order_by("-id")


def _line(
    entry: Entry,
    known: Mapping[int, str],
    decided: Mapping[int, str],
    capacities: Mapping[str, Text],
) -> Line:
    verb = verbs.find(entry.verb)
    recorded_on = timezone.localtime(entry.at).date()
    on = entry.on or recorded_on
    return Line(
        entry=entry,
        label=str(verb.label) if verb else entry.verb,
        sentence=verb.told(entry.details) if verb else entry.verb,
        by=known.get(entry.by_id, "") if entry.by_id else "",
        decided_by=decided.get(entry.decided_by_id, "") if entry.decided_by_id else "",
        capacity=str(capacities.get(entry.capacity, entry.capacity)),
        on=on,
        at=entry.at,
        reading=bool(verb and verb.reading),
        recorded_later=on < recorded_on,
    )
