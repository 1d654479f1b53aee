"""Whether a reminder that was passed on is still about something: asked before it is told on."""

import datetime as dt
from collections.abc import Sequence

from deadlines.models import Reminder
from deadlines.reminding import Open, open_limits
from deadlines.services import days_of
from guidance.reminders import step_of

What = tuple[int, str, str]  # timetable, limit, part


def still_right(reminders: Sequence[Reminder]) -> dict[int, Open]:
    """Of these, those that would be owed today as they are, with what they speak of: not met, not
    held over to another day, not taken back meanwhile. Two queries; wants their timetables."""
    timetables = list({row.timetable_id: row.timetable for row in reminders}.values())
    days = days_of([each.pk for each in timetables])
    found: dict[What, Open] = {
        (each.timetable, each.limit, each.part): each for each in open_limits(timetables, days)
    }
    right = {}
    for row in reminders:
        each = found.get((row.timetable_id, row.limit, row.part))
        step = step_of(row.limit, row.step)
        natural = row.due_on - dt.timedelta(days=row.days_later)
        if each and step and step.is_one_of(natural, *each.begins):
            right[row.pk] = each
    return right
