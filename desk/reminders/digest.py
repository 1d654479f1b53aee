"""The digest: one message a working day to each person who has something due."""

import datetime as dt
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.db import transaction
from django.db.models import CharField, Exists, OuterRef, Q, QuerySet, Value
from django.db.models.functions import Cast, Concat
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext

from boards.models import Person
from boards.task_links.links import task_link
from boards.words import in_words_of
from common import clock
from common.models import OutboxMessage
from common.outbox.post import post
from common.outbox.words import absolute
from deadlines.models import Deadline
from desk.models import DigestLine, GoingUp, LineKind
from desk.reminders.audience import Audience
from desk.reminders.words import label_of
from guidance.editions import edition
from reviews.models import Review

Limit = tuple[int, str, str]  # timetable, limit, part
STRETCH = 120  # seconds one sweep writes before it leaves the rest to the next


@dataclass(frozen=True)
class Entry:
    """One line as it is written: reference, what, day, link. In the language of the moment."""

    line: DigestLine
    due_on: dt.date | None
    link: str
    goes_on: dt.date | None = None

    def __str__(self) -> str:
        reminder = self.line.reminder
        said = [
            str(self.line.review.reference),
            f"{self.line.get_kind_display()}: {label_of(reminder.timetable, reminder.limit)}",
        ]
        for label, day in (
            (gettext("Day set:"), self.due_on),
            (gettext("Goes up on:"), self.goes_on),
        ):
            said += [f"{label} {date_format(day, 'j F Y')}"] if day else []
        return in_words_of(self.line.review.board, " · ".join(said))

    @property
    def address(self) -> str:
        return absolute(self.link)


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
    days = open_days(lines)
    standing = [line for line in lines if of(line) in days]
    met = [line.pk for line in lines if of(line) not in days]
    DigestLine.objects.filter(pk__in=met).update(dropped_at=clock.now())
    if not standing:
        return False
    message = post(
        kind="desk.digest",
        to=person,
        template="desk/emails/digest",
        context={"entries": entries(standing, days, person, today), "link": reverse("desk:desk")},
        is_private=person.user_id is None,
        key=key,
    )
    DigestLine.objects.filter(pk__in=[line.pk for line in standing]).update(message=message)
    return True


def of(line: DigestLine) -> Limit:
    reminder = line.reminder
    return reminder.timetable_id, reminder.limit, reminder.part


def open_days(lines: Sequence[DigestLine]) -> dict[Limit, dt.date | None]:
    """Of the limits these lines speak of, those that are not met, with their day. A first day on
    which something is allowed is met by nothing."""
    found: dict[Limit, dt.date | None] = {
        (row.timetable_id, row.limit, row.part): row.due_on
        for row in Deadline.objects.filter(
            timetable__in={line.reminder.timetable_id for line in lines}, met_on=None
        )
    }
    for line in lines:
        limit = edition(line.reminder.timetable.edition).limit(line.reminder.limit)
        if limit is not None and limit.is_earliest:
            found[of(line)] = line.reminder.due_on
    return found


def entries(
    lines: Iterable[DigestLine],
    days: dict[Limit, dt.date | None],
    person: Person,
    today: dt.date,
) -> list[Entry]:
    """One entry a limit and kind: of several steps that came due together the last is said."""
    latest = {(of(line), line.kind): line for line in lines}
    chosen = list(latest.values())
    reviews: list[Review] = list({line.review_id: line.review for line in chosen}.values())
    audience = Audience(reviews, (), today)
    goes = dict(
        GoingUp.objects.filter(reminder__in=[line.reminder_id for line in chosen]).values_list(
            "reminder", "goes_on"
        )
    )
    made = []
    for line in chosen:
        is_up = line.kind == LineKind.GOING_UP
        if is_up:
            link = reverse("desk:going_up")
        elif line.kind == LineKind.ASK_CAUSE:
            link = reverse("reviews:dates", args=[line.review.slug])
        else:
            link = audience.link(line.reminder, line.review)
        if person.user_id is None:
            link = task_link(person, link, and_below=True)
        goes_on = goes.get(line.reminder_id) if is_up else None
        made.append(Entry(line, days[of(line)], link, goes_on))
    return made
