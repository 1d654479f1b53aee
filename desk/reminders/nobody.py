"""Where nobody could be told: said on the page of what was sent, and on the co-ordinator's desk."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from deadlines.models import Outcome, Reminder
from deadlines.still_right import still_right
from desk.models import GoingUp
from desk.reminders.sweep import around
from desk.reminders.words import label_of
from guidance.reminders import Whom, step_of
from reviews.models import Review


@dataclass(frozen=True)
class Unreached:
    """A step for which nobody is found today, and the day on which somebody should have known."""

    review: Review
    label: str
    whom: Whom
    day: dt.date
    is_up: bool


def unreached(reviews: Sequence[Review], today: dt.date) -> list[Unreached]:
    """The steps of these reviews that reached nobody, or will not, while their matter is open.

    Once it is done, or somebody holds the part, there is nothing to say. Two queries where every
    step finds its people; otherwise constant.
    """
    up = {
        row.reminder_id: row
        for row in GoingUp.objects.free()
        .filter(review__in=[review.pk for review in reviews])
        .select_related("reminder__timetable")
    }
    rows = [row.reminder for row in up.values()]
    rows += Reminder.objects.filter(
        timetable__in=[review.timetable_id for review in reviews], outcome=Outcome.NOBODY
    ).select_related("timetable")
    if not rows:
        return []
    right = still_right(rows)
    by_timetable, audience = around(rows, today)
    found: dict[tuple[int, str, str, Whom], Unreached] = {}
    for row in rows:
        step, review = step_of(row.limit, row.step), by_timetable.get(row.timetable_id)
        if step is None or review is None or row.pk not in right:
            continue
        if not audience.of(step.whom, review, row.part):
            day = up[row.pk].goes_on if row.pk in up else row.due_on
            found[row.timetable_id, row.limit, row.part, step.whom] = Unreached(
                review, label_of(row.timetable, row.limit), step.whom, day, row.pk in up
            )
    return list(found.values())
