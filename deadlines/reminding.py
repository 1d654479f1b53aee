"""Making the reminders that follow from a timetable's open limits, with its deadlines.

What lay before the day of a limit is not spoken of once it has passed, so that a review taken on
late mails nobody about the past. What is still open and late is spoken of all the same: where its
first step had passed when its fact was typed, its steps come from then on, as far apart as ever.
What is met, or no longer asked, makes its open reminders moot; where
that is undone, those that are still to come are owed again.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from common import clock
from deadlines.models import Deadline, Outcome, Reminder, Timetable
from deadlines.reckoning import Days, anchored_on, reckon
from guidance.editions import edition
from guidance.reminders import Step, steps_of
from guidance.waits import waiting

Key = tuple[int, str, str, str]  # timetable, limit, part, step


@dataclass(frozen=True)
class Open:
    """A limit that is not met, or something waited for: what its steps count from."""

    timetable: int
    limit: str
    part: str
    anchor_on: dt.date | None
    due_on: dt.date

    @property
    def begins(self) -> tuple[dt.date | None, dt.date]:
        return self.anchor_on, self.due_on


def make_reminders(timetables: Sequence[Timetable], days: Mapping[int, Days]) -> int:
    """Make, reopen and settle the reminders of these timetables; how many rows changed.

    Two to five queries, however many timetables. On what is right it changes nothing.
    """
    today = clock.today()
    standing: defaultdict[Key, list[Reminder]] = defaultdict(list)
    for row in Reminder.objects.filter(timetable__in=[each.pk for each in timetables]):
        standing[row.timetable_id, row.limit, row.part, row.step].append(row)
    fresh: list[Reminder] = []
    again: list[int] = []
    for found in open_limits(timetables, days):
        keys = {step: _key(found, step) for step in steps_of(found.limit)}
        later = days_later(
            found, {step: standing.get(key, ()) for step, key in keys.items()}, today
        )
        for step, key in keys.items():
            rows = {row.due_on: row for row in standing.pop(key, ())}
            for day in wanted(step, found, rows.values(), today, later):
                made = rows.pop(day, None)
                if made is None and day >= today:
                    fresh.append(
                        Reminder(
                            timetable_id=found.timetable,
                            limit=found.limit,
                            part=found.part,
                            step=step.code,
                            due_on=day,
                            days_later=0 if step.again else (day - step.day(*found.begins)).days,
                        )
                    )
                elif made is not None and made.outcome == Outcome.MOOT and day >= today:
                    again.append(made.pk)
            standing[key] = list(rows.values())
    moot = [row.pk for rows in standing.values() for row in rows if row.settled_at is None]
    changed = 0
    if fresh:
        changed += len(Reminder.objects.bulk_create(fresh, ignore_conflicts=True))
    if again:
        changed += Reminder.objects.filter(pk__in=again, outcome=Outcome.MOOT).update(
            settled_at=None, outcome=Outcome.OWED
        )
    if moot:  # asked again under the row's lock: a sweep may have passed it on meanwhile
        changed += (
            Reminder.objects.owed()
            .filter(pk__in=moot)
            .update(settled_at=clock.now(), outcome=Outcome.MOOT)
        )
    return changed


def open_limits(timetables: Sequence[Timetable], days: Mapping[int, Days]) -> Iterator[Open]:
    """The limits of these timetables that are not met: their deadlines, the first days on which
    something is allowed, and what is waited for. One query."""
    known = {each.pk: each for each in timetables}
    unmet: defaultdict[int, set[str]] = defaultdict(set)
    for row in Deadline.objects.filter(timetable__in=list(known), met_on=None):
        timetable = known[row.timetable_id]
        unmet[row.timetable_id].add(row.limit)
        limit = edition(timetable.edition).limit(row.limit)
        anchor = anchored_on(limit, days[row.timetable_id], row.part) if limit else None
        yield Open(row.timetable_id, row.limit, row.part, anchor, row.due_on)
    for pk, timetable in known.items():
        passed = timetable.passed
        for found in reckon(timetable.edition, timetable.kind, days[pk], passed=passed):
            if found.limit.is_earliest and found.ended_on is None:
                anchor = anchored_on(found.limit, days[pk], found.part)
                yield Open(pk, found.limit.key, found.part, anchor, found.counted_on)
        for wait, part, day in waiting(days[pk], unmet[pk], passed):
            yield Open(pk, wait.key, part, day, day)


def _key(found: Open, step: Step) -> Key:
    return found.timetable, found.limit, found.part, step.code


def days_later(
    found: Open, standing: Mapping[Step, Collection[Reminder]], today: dt.date
) -> dt.timedelta:
    """By how much the steps after the day of a limit come later, because it was late already when
    it was typed: the first of them that nobody was told of comes today."""
    untold = [
        step.day(*found.begins)
        for step, rows in standing.items()
        if step.day(*found.begins) >= found.due_on
        and not step.again
        and not any(is_right(row, step, found) for row in rows)
    ]
    return max(today - min(untold, default=today), dt.timedelta(0))


def is_right(row: Reminder, step: Step, found: Open) -> bool:
    """Whether a reminder that was made is, or was, of that step."""
    natural = row.due_on - dt.timedelta(days=row.days_later)
    return row.outcome != Outcome.MOOT and step.is_one_of(natural, *found.begins)


def wanted(
    step: Step,
    found: Open,
    rows: Collection[Reminder],
    today: dt.date,
    later: dt.timedelta = dt.timedelta(0),
) -> Iterator[dt.date]:
    """The days on which the step is, or was, rightly owed.

    Of a step that repeats: what was passed on, what is owed, and where nothing is, the next.
    """
    begins = found.begins
    right = [row for row in rows if is_right(row, step, found)]
    if not step.again:
        natural = step.day(*begins)
        is_late = natural >= found.due_on
        yield right[0].due_on if right else natural + later if is_late else natural
        return
    yield from (row.due_on for row in right)
    if not any(row.settled_at is None for row in right):
        past = [row.due_on for row in right]
        after = max(today, *past) + dt.timedelta(days=1) if past else today
        yield step.first_from(after, *begins)
