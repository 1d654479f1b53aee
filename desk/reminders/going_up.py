"""What goes up next, for whoever may hold it."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from boards.models import Agency, Holding, Office, Person
from deadlines.still_right import still_right
from desk.models import GoingUp
from desk.reminders.sweep import around
from desk.reminders.words import label_of
from guidance.reminders import step_of
from reviews.permissions import May
from reviews.standing import standings_of


@dataclass(frozen=True)
class Up:
    """One step up, as the page shows it."""

    row: GoingUp
    label: str
    to: list[Person]
    ends_here: bool
    """Whoever is meant was asked before, and nobody stands above them."""

    @property
    def is_held(self) -> bool:
        return self.row.held_at is not None


def going_up(user: Any, today: dt.date) -> list[Up] | None:
    """The steps up of the reviews whose reminders this person keeps; None if they keep none.
    Constant queries."""
    person = getattr(user, "person", None)
    held = Holding.objects.current(today).filter(person=person, office=Office.COORDINATOR)
    boards = set(held.values_list("board", flat=True)) if person and user.is_active else set()
    if not boards:
        return None
    rows = list(
        GoingUp.objects.standing()
        .filter(review__board__in=boards)
        .select_related("reminder__timetable", "review__board", "held_by__person")
    )
    standings = standings_of(user, list({row.review_id: row.review for row in rows}.values()))
    rows = [row for row in rows if standings[row.review_id].may(May.KEEP_REMINDERS)]
    reminders = [row.reminder for row in rows]
    right = still_right(reminders)
    reviews, audience = around(reminders, today)
    parts = {row.part for row in reminders if row.part}
    agencies = {each.code: str(each) for each in Agency.objects.filter(code__in=parts)}
    found = []
    for row in rows:
        step = step_of(row.reminder.limit, row.reminder.step)
        review = reviews[row.reminder.timetable_id]
        if step and row.reminder_id in right:
            label = label_of(row.reminder.timetable, row.reminder.limit)
            if agency := agencies.get(row.reminder.part):
                label = f"{label}: {agency}"
            meant = audience.of(step.whom, review, row.reminder.part)
            people = audience.above(step.whom, review, row.reminder.part)
            found.append(Up(row, label, people, not people and bool(meant)))
    return found
