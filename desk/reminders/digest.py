"""The digest: one message a working day to each person who has something due."""

import datetime as dt
import time
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.conf import settings
from django.db import transaction
from django.db.models import CharField, Exists, OuterRef, Q, QuerySet, Value
from django.db.models.functions import Cast, Concat
from django.urls import reverse

from boards.models import Person
from boards.task_links.links import task_link
from common import clock
from common.models import OutboxMessage
from common.outbox.post import post
from deadlines.reminding import Open
from deadlines.still_right import What, still_right
from desk.models import DigestLine, GoingUp
from desk.reminders.audience import Audience
from desk.reminders.entries import Entry, OfCase, by_case
from desk.reminders.links import link_of
from reviews.models import Review

STRETCH = 120  # seconds one sweep writes before it leaves the rest to the next


def write_digests(today: dt.date) -> int:
    """A digest for everybody who has lines ready and had none today. How many were written."""
    key = Concat(Value("digest:"), Cast("person_id", CharField()), Value(f":{today.isoformat()}"))
    had_one = OutboxMessage.objects.filter(key=OuterRef("digest"))
    ready = DigestLine.objects.ready(today).annotate(digest=key)
    ready = ready.exclude(Exists(had_one)).exclude(Exists(on_its_way(OuterRef("person"), today)))
    people = list(ready.order_by().values_list("person", flat=True).distinct())
    began, written = time.monotonic(), 0
    for person in people:
        if time.monotonic() - began > STRETCH:
            break  # the next sweep goes on: a task that is cut off in the middle helps nobody
        written += write_digest(person, today)
    return written


def on_its_way(person: Any, today: dt.date) -> QuerySet[DigestLine]:
    """What this person was told in a digest that waits still, or that left no sooner than today.

    While no mail leaves, days of digests would pile up and arrive at once. So the next is written
    on the first working day after the last has left: nobody gets two on a day, whatever was down.
    """
    midnight = dt.datetime.combine(today, dt.time(), tzinfo=clock.WALES)
    late = Q(message__sent_at__gte=midnight)
    if settings.OUTBOX_DELIVERS:  # where nothing is sent, nothing is waited for
        late |= Q(message__sent_at=None, message__failed_at=None)
    return DigestLine.objects.filter(late, person=person).exclude(message=None)


@transaction.atomic
def write_digest(person_id: int, today: dt.date) -> bool:
    """One message with all that is ready for this person, and the lines marked with it."""
    person = Person.objects.select_for_update(of=("self",)).get(pk=person_id)
    key = f"digest:{person.pk}:{today.isoformat()}"
    if OutboxMessage.objects.filter(key=key).exists() or on_its_way(person.pk, today).exists():
        return False  # the rest waits for the next working day
    lines = list(
        DigestLine.objects.ready(today)
        .filter(person=person)
        .select_related("reminder__timetable", "review__board", "review__timetable")
        .order_by("review__year", "review__number", "pk")
    )
    right = still_right([line.reminder for line in lines])
    standing = [line for line in lines if line.reminder_id in right]
    idle = [line.pk for line in lines if line.reminder_id not in right]
    DigestLine.objects.filter(pk__in=idle).update(dropped_at=clock.now())
    if not standing:
        return False
    message = post(
        kind="desk.digest",
        to=person,
        template="desk/emails/digest",
        context={
            "cases": cases(standing, right, person, today),
            # Whoever has no account has no desk.
            "link": reverse("desk:desk") if person.user_id else "",
        },
        is_private=person.user_id is None,
        key=key,
    )
    DigestLine.objects.filter(pk__in=[line.pk for line in standing]).update(message=message)
    return True


def what(line: DigestLine) -> What:
    reminder = line.reminder
    return reminder.timetable_id, reminder.limit, reminder.part


def cases(
    lines: Iterable[DigestLine], right: Mapping[int, Open], person: Person, today: dt.date
) -> list[OfCase]:
    """One entry a matter and kind, by review: of several steps that came due together the last is
    said."""
    latest = {(what(line), line.kind): line for line in lines}
    chosen: Sequence[DigestLine] = list(latest.values())
    reviews: list[Review] = list({line.review_id: line.review for line in chosen}.values())
    audience = Audience(reviews, (), today)
    goes = dict(
        GoingUp.objects.filter(reminder__in=[line.reminder_id for line in chosen]).values_list(
            "reminder", "goes_on"
        )
    )
    made = []
    for line in chosen:
        link = link_of(line.kind, line.reminder, line.review, person, audience)
        if link and person.user_id is None:
            link = task_link(person, link, and_below=True)
        made.append(Entry(line, right[line.reminder_id], link, goes.get(line.reminder_id), today))
    return by_case(made)
