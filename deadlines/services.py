"""Opening a timetable, recording the days milestones were reached, deriving the deadlines.

The acts on a review call these inside their own deed, which has locked the review, asked the
permission and writes the ledger.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.db import transaction
from django.db.models import QuerySet

from boards.models import Board
from common import clock
from deadlines.board_rules import rules_of
from deadlines.models import Deadline, Reached, Timetable
from deadlines.reckoning import Days, reckon
from deadlines.reminding import make_reminders
from guidance.editions import DEFAULT, edition
from guidance.limit import ReviewKind
from guidance.milestones import SET_DAYS, Milestone

BATCH = 500


@dataclass(frozen=True)
class SetDay:
    """A day that somebody set for something still to be done. `part` tells several apart."""

    timetable: int
    milestone: Milestone
    part: str
    on: dt.date


class AlreadyReached(ValueError):
    """The milestone stands with another day. Only a correction moves it."""


def open_timetable(
    board: Board, code: str = DEFAULT, *, kind: str = "", passed: Iterable[str] = ()
) -> Timetable:
    """Open the timetable of a review under an edition of the guidance; KeyError if unknown.
    `passed` are the milestones that lie behind it on days that are not known."""
    return Timetable.objects.create(
        board=board,
        edition=edition(code).code,
        kind=kind and ReviewKind(kind),
        passed=[str(Milestone(each)) for each in passed],
    )


@transaction.atomic
def set_kind(timetable: Timetable, kind: str) -> None:
    """The kind of review is decided, or corrected; limits that differ by kind follow."""
    timetable.kind = str(ReviewKind(kind)) if kind else ""
    timetable.save(update_fields=["kind"])
    derive([timetable])


@transaction.atomic
def reach(
    timetable: Timetable,
    milestone: Milestone,
    on: dt.date,
    part: str = "",
    *,
    correcting: bool = False,
) -> Reached:
    """Record the day a milestone was reached; the deadlines follow.

    The same day again changes nothing. Another day raises AlreadyReached, unless correcting.
    """
    reached, is_new = Reached.objects.get_or_create(
        timetable=timetable,
        milestone=str(Milestone(milestone)),
        part=part,
        defaults={"on": on, "recorded_at": clock.now()},
    )
    if not is_new and reached.on != on:
        if not correcting:
            raise AlreadyReached(f"{milestone} stands with {reached.on}, not {on}.")
        reached.on, reached.recorded_at = on, clock.now()
        reached.save(update_fields=["on", "recorded_at"])
    derive([timetable])
    return reached


def reach_first(timetable: Timetable, milestone: Milestone, on: dt.date) -> None:
    """It may happen often, and the first time counts: also one that is recorded later."""
    standing = timetable.reached.filter(milestone=str(milestone), part="").first()
    if standing is None or on < standing.on:
        reach(timetable, milestone, on, correcting=True)


def reach_last(timetable: Timetable, milestone: Milestone, on: dt.date) -> None:
    """It may happen often, and the last time counts."""
    standing = timetable.reached.filter(milestone=str(milestone), part="").first()
    if standing is None or on > standing.on:
        reach(timetable, milestone, on, correcting=True)


@transaction.atomic
def unreach(timetable: Timetable, milestone: Milestone, part: str = "") -> None:
    """Take a milestone back, because the move that recorded it was a mistake."""
    timetable.reached.filter(milestone=str(Milestone(milestone)), part=part).delete()
    derive([timetable])


@transaction.atomic
def forget_day(timetable: Timetable, milestone: Milestone) -> None:
    """It was reached, and on which day is not known after all: what ends with it runs no more."""
    timetable.passed = sorted({*timetable.passed, str(Milestone(milestone))})
    timetable.save(update_fields=["passed"])
    unreach(timetable, milestone)


@transaction.atomic
def unreach_every(timetable: Timetable, milestone: Milestone) -> None:
    """Take it back for every part."""
    timetable.reached.filter(milestone=str(Milestone(milestone))).delete()
    derive([timetable])


@transaction.atomic
def keep_set_days(timetables: Iterable[int], wanted: Iterable[SetDay]) -> int:
    """Make the set days of these timetables these, and no others; how many rows changed.

    One query where nothing differs.
    """
    asked = {(each.timetable, str(each.milestone), each.part): each.on for each in wanted}
    ids = list(timetables)
    standing = {
        (row.timetable_id, row.milestone, row.part): row
        for row in Reached.objects.filter(timetable__in=ids, milestone__in=SET_DAYS)
    }
    now = clock.now()
    fresh = [
        Reached(timetable_id=pk, milestone=milestone, part=part, on=on, recorded_at=now)
        for (pk, milestone, part), on in asked.items()
        if (pk, milestone, part) not in standing
    ]
    moved = [row for key, row in standing.items() if asked.get(key, row.on) != row.on]
    done = [row for key, row in standing.items() if key not in asked]
    for row in moved:
        row.on, row.recorded_at = asked[row.timetable_id, row.milestone, row.part], now
    if not (fresh or moved or done):
        return 0
    Reached.objects.bulk_create(fresh)
    if moved:
        Reached.objects.bulk_update(moved, ["on", "recorded_at"])
    Reached.objects.filter(pk__in=[row.pk for row in done]).delete()
    touched = {row.timetable_id for row in (*fresh, *moved, *done)}
    changed = derive(Timetable.objects.filter(pk__in=touched))
    return len(fresh) + len(moved) + len(done) + changed


@transaction.atomic
def derive(timetables: Iterable[Timetable]) -> int:
    """Make the deadlines of these timetables what follows from their days; the rows written.

    The reminders that they cause are made in the same transaction. Nine to fifteen queries, however
    many timetables. Nothing is written where nothing differs. What the boards have set is read
    under the locks: whoever changes it derives their timetables too.
    """
    ids = [timetable.pk for timetable in timetables]
    locked = list(
        Timetable.objects.select_for_update(no_key=True).filter(pk__in=ids).order_by("pk")
    )
    rules = rules_of(timetable.board_id for timetable in locked)
    days = days_of(ids)
    standing = {
        (row.timetable_id, row.limit, row.part): row
        for row in Deadline.objects.filter(timetable__in=ids)
    }
    fresh, changed, moved = [], [], []
    for timetable in locked:
        is_over = (str(Milestone.CLOSED), "") in days[timetable.pk]
        running = []
        of_board = rules[timetable.board_id]
        its = days[timetable.pk]
        for found in reckon(timetable.edition, timetable.kind, its, of_board, timetable.passed):
            if not found.limit.is_deadline:
                continue
            row = standing.pop((timetable.pk, found.limit.key, found.part), None)
            if row is None:
                row = Deadline(timetable=timetable, limit=found.limit.key, part=found.part)
                fresh.append(row)
            elif (row.due_on, row.met_on) != (found.counted_on, found.ended_on):
                changed.append(row)
            row.due_on, row.met_on = found.counted_on, found.ended_on
            if row.met_on is None and (not is_over or found.limit.outlives):
                running.append(row.due_on)
        next_due_on = min(running, default=None)
        if timetable.next_due_on != next_due_on:
            timetable.next_due_on = next_due_on
            moved.append(timetable)
    if standing:
        Deadline.objects.filter(pk__in=[row.pk for row in standing.values()]).delete()
    if fresh:
        Deadline.objects.bulk_create(fresh)
    if changed:
        Deadline.objects.bulk_update(changed, ["due_on", "met_on"])
    if moved:
        Timetable.objects.bulk_update(moved, ["next_due_on"])
    reminders = make_reminders(locked, days)
    return len(standing) + len(fresh) + len(changed) + len(moved) + reminders


def derive_all(timetables: QuerySet[Timetable]) -> int:
    """The same for any number of timetables, some hundreds at a time; the rows written."""
    changed, last = 0, 0
    while batch := list(timetables.filter(pk__gt=last).order_by("pk")[:BATCH]):
        changed += derive(batch)
        last = batch[-1].pk
    return changed


def days_of(ids: Iterable[int]) -> Mapping[int, Days]:
    """By timetable, the day each milestone was reached. One query."""
    days: defaultdict[int, dict[tuple[str, str], dt.date]] = defaultdict(dict)
    for row in Reached.objects.filter(timetable__in=ids):
        days[row.timetable_id][row.milestone, row.part] = row.on
    return days
