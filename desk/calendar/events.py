"""What stands in somebody's calendar: the deadlines of the reviews they may read, and the meetings
and learning events that they sit in. The reference and what it is, in their language; no more."""

import datetime as dt
import uuid
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from typing import Any

from django.db.models import Q
from django.utils import translation
from django.utils.functional import Promise
from django.utils.translation import gettext

from boards.calendar.entries import KEPT, Event
from boards.models import Holding, Office
from common.outbox.words import languages_of
from deadlines.clocks import dates_of
from learning_events.models import EventKind, LearningEvent
from reviews.capacities import Capacity
from reviews.journey import RUNNING
from reviews.meetings.seats import OFFICES, ON_PANEL
from reviews.models import Appointment, Body, Meeting, Review
from reviews.querysets import taking_part, visible_to
from reviews.timing.standing import seen_wholes

AT_MOST = 400  # reviews; of a reader of more, those with the nearest dates
SPACE = uuid.UUID("3c1d5a52-6a43-4f0f-9b0e-5f3d2f4cbb10")
RUNS_PANEL = (*ON_PANEL, Capacity.PANEL_CHAIR)


def events_of(user: Any, language: str, today: dt.date) -> list[Event]:
    """Everything, in queries that do not grow with the number of reviews."""
    lately = Q(stage__in=RUNNING) | Q(stage_since__gte=today - KEPT)
    reviews = list(
        visible_to(user).filter(lately).order_by("timetable__next_due_on", "pk")[:AT_MOST]
    )
    seats = Seats(user, reviews, today)
    return [
        *deadlines(reviews, language, today),
        *deadlines_of_own_agency(user, reviews, language, today),
        *planned(reviews, Parts(user, reviews, today), language, today),
        *meetings(reviews, seats, language, today - KEPT),
        *learning_events(reviews, seats, language, today - KEPT),
    ]


def uid_of(*parts: object) -> str:
    """The same for the same thing for ever, and nothing can be read from it."""
    return f"{uuid.uuid5(SPACE, '|'.join(map(str, parts)))}@reviews"


def as_due(words: str) -> str:
    return f"{gettext('Deadline:')} {words}"


def as_done(words: str) -> str:
    return f"{gettext('Done:')} {words}"


def as_planned(words: str) -> str:
    return f"{gettext('Planned:')} {words}"


def said(
    review: Review,
    language: str,
    words: str | Promise,
    put: Callable[[str], str] = str,
) -> str:
    """The reference and the words, in the one language or in both, Welsh first."""
    spoken = []
    for code in languages_of(language):
        with translation.override(code):
            spoken.append(put(gettext(words) if isinstance(words, str) else str(words)))
    return f"{review.reference} · {' / '.join(dict.fromkeys(spoken))}"


def deadlines_of_own_agency(
    user: Any, visible: Sequence[Review], language: str, today: dt.date
) -> Iterator[Event]:
    """What is asked of the agency of somebody who does not read the case."""
    beside = taking_part(user).filter(stage__in=RUNNING).exclude(pk__in=[r.pk for r in visible])
    reviews = list(beside.order_by("pk")[:AT_MOST])
    own = set(
        Appointment.objects.granted_to(user, today)
        .filter(review__in=reviews, agency__isnull=False)
        .values_list("review__timetable", "agency__code")
    )
    yield from deadlines(reviews, language, today, only=own)


def deadlines(
    reviews: Sequence[Review],
    language: str,
    today: dt.date,
    *,
    only: Collection[tuple[int, str]] | None = None,
) -> Iterator[Event]:
    """Each last day that runs, and for a while each that was met. The agency or the action of a
    part is not named. `only` are the parts, each of a timetable, that are shown."""
    by_timetable = {review.timetable_id: review for review in reviews}
    found = dates_of([review.timetable for review in reviews], today)
    for timetable, dates in found.items():
        review = by_timetable[timetable]
        for date in dates:
            if date.is_earliest or (date.met_on and date.met_on < today - KEPT):
                continue
            if only is not None and (timetable, date.part) not in only:
                continue
            key = uid_of("deadline", review.pk, date.limit.key, date.part)
            words = said(review, language, date.limit.label, as_done if date.met_on else as_due)
            yield Event(key, date.due_on, words)


class Parts:
    """In which reviews somebody has a part of their own: an appointment, or the office that
    co-ordinates them. Two queries."""

    def __init__(self, user: Any, reviews: Iterable[Review], today: dt.date) -> None:
        appointed = Appointment.objects.granted_to(user, today)
        self.appointed = set(
            appointed.filter(review__in=[r.pk for r in reviews]).values_list("review", flat=True)
        )
        held = Holding.objects.current(today).filter(person=user.person, office=Office.COORDINATOR)
        self.boards = set(held.values_list("board", flat=True))

    def has(self, review: Review) -> bool:
        return review.pk in self.appointed or review.board_id in self.boards


def planned(
    reviews: Sequence[Review], parts: Parts, language: str, today: dt.date
) -> Iterator[Event]:
    """The days of the plan that stands, of the steps that are still to come, in one's own cases.
    They stand beside the due days, and say that they are planned. A step that moves keeps its
    place; one that is done or dropped is cancelled."""
    own = [review for review in reviews if review.is_running and parts.has(review)]
    wholes = seen_wholes(own, today)
    for review in own:
        whole = wholes[review.pk]
        for step in whole.ahead:
            on = whole.planned.get(step.code)
            if on and on >= today - KEPT:
                key = uid_of("planned", review.pk, step.code)
                yield Event(key, on, said(review, language, step.label, as_planned))


class Seats:
    """In which bodies somebody sits, over many reviews. Two queries."""

    def __init__(self, user: Any, reviews: Iterable[Review], today: dt.date) -> None:
        appointed = Appointment.objects.granted_to(user, today).filter(
            review__in=[review.pk for review in reviews], capacity__in=RUNS_PANEL
        )
        self.panels = set(appointed.values_list("review", flat=True))
        held = Holding.objects.current(today).filter(person=user.person)
        self.offices = set(held.values_list("board", "office"))

    def has(self, review: Review, body: str) -> bool:
        """The co-ordinator of a board sits in all of them."""
        if (review.board_id, Office.COORDINATOR) in self.offices:
            return True
        if body == Body.PANEL:
            return review.pk in self.panels
        return any((review.board_id, office) in self.offices for office in OFFICES[Body(body)])


def meetings(
    reviews: Sequence[Review], seats: Seats, language: str, since: dt.date
) -> Iterator[Event]:
    """Those planned or held. One that is cancelled is no longer there, and so the calendar is
    told."""
    by_pk = {review.pk: review for review in reviews}
    rows = Meeting.objects.filter(
        Q(planned_on__gte=since) | Q(held_on__gte=since), review__in=by_pk, cancelled_why=""
    )
    for row in rows:
        review = by_pk[row.review_id]
        day = row.held_on or row.planned_on
        if day and seats.has(review, row.body):
            words = said(review, language, Body(row.body).label)
            hour = row.begins if day == row.planned_on else None
            yield Event(uid_of("meeting", row.uuid), day, words, hour, blocks=True)


def learning_events(
    reviews: Sequence[Review], seats: Seats, language: str, since: dt.date
) -> Iterator[Event]:
    """Those planned or held, for whoever sits in the panel."""
    by_pk = {review.pk: review for review in reviews}
    rows = LearningEvent.objects.filter(
        Q(planned_on__gte=since) | Q(held_on__gte=since), review__in=by_pk, cancelled_on=None
    )
    for row in rows:
        review = by_pk[row.review_id]
        day = row.held_on or row.planned_on
        if day and seats.has(review, Body.PANEL):
            words = said(review, language, EventKind(row.kind).label)
            yield Event(uid_of("learning", row.uuid), day, words, blocks=True)
