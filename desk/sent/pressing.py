"""Reminders that have not left although the day of their duty is near.

What cannot be sent is tried for three days before it is given up. A duty may not have three days
left: so what still waits five working days before its day is a task already, while it is tried on.
"""

import datetime as dt
from collections.abc import Collection

from django.db.models import QuerySet
from django.db.models.functions import Now

from common.models import OutboxMessage
from deadlines.models import Deadline
from deadlines.working_days import working_days_of
from desk.models import DigestLine, ToldOtherwise
from reviews.models import Review

BEFORE = 5  # working days
GREYLISTED = dt.timedelta(hours=1)  # a first refusal that is soon over is nobody's task


def in_trouble() -> QuerySet[OutboxMessage]:
    """What was tried, did not leave, and is tried again."""
    return (
        OutboxMessage.objects.unsettled()
        .exclude(last_error="")
        .filter(queued_at__lte=Now() - GREYLISTED)
    )


def pressing(reviews: Collection[Review], on: dt.date) -> list[DigestLine]:
    """Of these reviews, the lines in trouble whose day is so near. One query where there are none,
    else four."""
    lines = list(
        DigestLine.objects.filter(
            review__in=[review.pk for review in reviews], message__in=in_trouble()
        )
        .exclude(message__in=ToldOtherwise.objects.values("message"))
        .select_related("message", "reminder")
        .defer("message__text", "message__html")
        .order_by("pk")
    )
    if not lines:
        return []
    days = {
        (row.timetable_id, row.limit, row.part): row.due_on
        for row in Deadline.objects.filter(
            timetable__in={line.reminder.timetable_id for line in lines}, met_on=None
        )
    }
    boards = {review.pk: review.board_id for review in reviews}
    working = working_days_of(boards.values())
    found = []
    for line in lines:
        reminder = line.reminder
        due_on = days.get((reminder.timetable_id, reminder.limit, reminder.part))
        if due_on and on >= working[boards[line.review_id]].add(due_on, -BEFORE):
            found.append(line)
    return found
