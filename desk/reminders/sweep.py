"""The sweep: passes on the reminders whose day has come, and what was free to go up; then writes
the digests.

Each batch is claimed and settled in one transaction, so there is nothing between the two: whoever
dies leaves the rows owed, for the next sweep. Two at once take different rows. The sending itself
is the outbox's, with its lease.
"""

import datetime as dt
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from django.conf import settings
from django.db import transaction

from boards.models import Board, Person
from common import clock
from common.alone import alone
from deadlines.models import Outcome, Reminder
from deadlines.plans import answered_on
from deadlines.reminding import make_reminders
from deadlines.services import days_of
from deadlines.still_right import still_right
from deadlines.working_days import WorkingDays, working_days_of
from desk.models import DigestLine, GoingUp, LineKind
from desk.reminders.audience import Audience
from desk.reminders.digest import write_digests
from desk.reminders.held import HeldReminders
from guidance.reminders import Step, Way, Whom, step_of
from reviews.models import Review

BATCH = 200
PATIENCE = 20  # seconds that a pass by hand waits for another to end


@dataclass
class Swept:
    """What one pass did."""

    passed_on: int = 0
    went_up: int = 0
    digests: int = 0


def sweep(*, at_any_hour: bool = False) -> Swept:
    """One pass over what is due, unless another is at it. On days that a board does not work
    nothing of it is passed on."""
    now = clock.now().astimezone(clock.WALES)
    if now.hour < settings.REMIND_FROM_HOUR and not at_any_hour:
        return Swept()
    with alone("desk.reminders", wait=PATIENCE if at_any_hour else 0) as mine:
        return one_pass(now.date()) if mine else Swept()


def one_pass(today: dt.date) -> Swept:
    swept = Swept()
    days = working_days_of(Board.objects.values_list("pk", flat=True))
    boards = [board for board, working in days.items() if working.is_working(today)]
    while passed := pass_on(boards, today, days):
        swept.passed_on += passed
    while gone := let_go(boards, today, days):
        swept.went_up += gone.went
    if not Reminder.objects.due(today).filter(timetable__board__in=boards).exists():
        swept.digests = write_digests(today)  # else another sweep is still at it, and will
    return swept


def claim(boards: Collection[int], today: dt.date) -> list[Reminder]:
    """The longest due of these boards, locked; what another sweep has in hand is left to it."""
    due = Reminder.objects.due(today).filter(timetable__board__in=boards)
    return list(
        due.select_for_update(skip_locked=True, of=("self",)).select_related("timetable")[:BATCH]
    )


@transaction.atomic
def pass_on(boards: Collection[int], today: dt.date, days: Mapping[int, WorkingDays]) -> int:
    """Claim a batch, write its lines, settle it. The number claimed."""
    claimed = claim(boards, today)
    if not claimed:
        return 0
    reviews, audience = around(claimed, today)
    answered = answered_on({row.timetable_id for row in claimed}, today)
    held = HeldReminders(reviews.values(), today)
    lines: list[DigestLine] = []
    up: list[GoingUp] = []
    outcomes: dict[Outcome, list[int]] = {}
    for row in claimed:
        review, step = reviews.get(row.timetable_id), step_of(row.limit, row.step)
        outcome = Outcome.NOBODY  # not moot: that would be owed again while its limit is open
        if step and step.way is Way.ASK_CAUSE and row.timetable_id in answered:
            outcome = Outcome.EXPLAINED
        elif review and held.keeps_back(row, review):
            outcome = Outcome.HELD
        elif review and step and step.way is Way.ESCALATE:
            coordinators = audience.of(Whom.COORDINATOR, review)
            lines += lines_of(row, review, coordinators, LineKind.GOING_UP, today)
            goes_on = days[review.board_id].next_after(today)
            up.append(GoingUp(reminder=row, review=review, shown_on=today, goes_on=goes_on))
            outcome = Outcome.SENT
        elif review and step:
            found = told(row, step, review, audience, today)
            lines += found
            if any(line.kind != LineKind.IN_PLACE for line in found):
                outcome = Outcome.SENT
        outcomes.setdefault(outcome, []).append(row.pk)
    DigestLine.objects.bulk_create(lines, ignore_conflicts=True)
    GoingUp.objects.bulk_create(up, ignore_conflicts=True)
    now = clock.now()
    for outcome, ids in outcomes.items():
        Reminder.objects.filter(pk__in=ids).update(settled_at=now, outcome=outcome)
    # A step that repeats owes its next, in this same transaction.
    timetables = list({row.timetable_id: row.timetable for row in claimed}.values())
    make_reminders(timetables, days_of([each.pk for each in timetables]))
    return len(claimed)


def told(
    row: Reminder, step: Step, review: Review, audience: Audience, today: dt.date
) -> list[DigestLine]:
    """The lines of those who are meant; where nobody is found, the co-ordinator is told that."""
    people = audience.of(step.whom, review, row.part)
    if people:
        return lines_of(row, review, people, LineKind(step.way), today)
    instead = audience.of(Whom.COORDINATOR, review)
    return lines_of(row, review, instead, LineKind.IN_PLACE, today)


@dataclass
class Gone:
    """Of a batch of steps up: how many there were, and how many went."""

    claimed: int = 0
    went: int = 0

    def __bool__(self) -> bool:
        return self.claimed > 0


@transaction.atomic
def let_go(boards: Collection[int], today: dt.date, days: Mapping[int, WorkingDays]) -> Gone:
    """What was shown a working day before, and nobody holds, is brought to whom it is meant for.

    Where nobody holds that part it waits for the next working day; its page and the desk say so.
    """
    free = GoingUp.objects.free().filter(goes_on__lte=today, review__board__in=boards)
    claimed = list(
        free.select_for_update(skip_locked=True, of=("self",))
        .select_related("reminder__timetable")
        .order_by("goes_on", "pk")[:BATCH]
    )
    gone = Gone(len(claimed))
    reminders = [row.reminder for row in claimed]
    reviews, audience = around(reminders, today)
    right, held = still_right(reminders), HeldReminders(reviews.values(), today)
    lines: list[DigestLine] = []
    for row in claimed:
        reminder, review = row.reminder, reviews[row.reminder.timetable_id]
        step = step_of(reminder.limit, reminder.step)
        if step and reminder.pk in right and not held.keeps_back(reminder, review):
            people = audience.above(step.whom, review, reminder.part)
            lines += lines_of(reminder, review, people, LineKind.ESCALATE, today)
            row.went = bool(people)
            if not people and not audience.of(step.whom, review, reminder.part):
                row.goes_on = days[review.board_id].next_after(today)
                continue
        row.settled_at = clock.now()
        gone.went += row.went
    DigestLine.objects.bulk_create(lines, ignore_conflicts=True)
    GoingUp.objects.bulk_update(claimed, ["settled_at", "went", "goes_on"])
    return gone


def around(reminders: Sequence[Reminder], today: dt.date) -> tuple[dict[int, Review], Audience]:
    """The reviews of these reminders by timetable, and who is who on them."""
    timetables = {row.timetable_id for row in reminders}
    found = Review.objects.filter(timetable__in=timetables).select_related("board", "timetable")
    reviews = {review.timetable_id: review for review in found}
    parts = {row.part for row in reminders if row.part}
    return reviews, Audience(list(reviews.values()), parts, today)


def lines_of(
    reminder: Reminder, review: Review, people: Sequence[Person], kind: LineKind, today: dt.date
) -> list[DigestLine]:
    return [
        DigestLine(reminder=reminder, review=review, person=person, kind=kind, ready_on=today)
        for person in people
    ]
