"""The side of the case page: dates with their rule, and who is who."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from boards.models import Hold, Holding, Office
from common.deeds import Sentence
from common.rules import ShownRule
from deadlines.clocks import ClockDate
from reviews.case.parts import agencies_of, is_of_an_agency, label_of
from reviews.case.telling import capacity_label
from reviews.models import Meeting, ProceedingHold, Review
from reviews.proceedings.holds import seen_holds
from reviews.timing.standing import seen_whole


@dataclass(frozen=True, eq=False)
class ShownDate:
    """A date with why it is that day; where it is the earliest day allowed, it says so."""

    label: Sentence
    day: dt.date
    met_on: dt.date | None
    note: str
    shown: ShownRule
    is_past: bool = False
    """From this day on it is allowed, and the day has come: nothing is late."""
    works_until: dt.date | None = None
    """The last working day before it, where nobody works on the day itself."""
    beside: Sequence[str] = ()


@dataclass(frozen=True)
class ShownPerson:
    capacity: str
    name: str
    note: str


def shown_dates(review: Review, today: dt.date) -> list[ShownDate]:
    """The review's deadlines, open ones first, each with its rule, citation and standing. What the
    panel or the board set itself stands here until it is met."""
    dates = [
        date
        for date in seen_whole(review, today).dates
        if date.met_on is None or not (date.is_target or is_of_an_agency(date))
    ]
    agencies = agencies_of(dates)
    return [
        ShownDate(
            label_of(date, agencies),
            date.due_on,
            date.met_on,
            _("Not before this day") if date.is_earliest else "",
            date,
            date.is_earliest and date.due_on <= today,
            date.works_until,
            beside_of(date),
        )
        for date in dates
    ]


def beside_of(date: ClockDate) -> list[str]:
    """What else was reached that might have been the end."""
    return [f"{label}: {date_format(day, 'j F Y')}" for label, day in date.beside if day]


def shown_people(review: Review, today: dt.date) -> list[ShownPerson]:
    """Those appointed to the review today, and the board's co-ordinator."""
    coordinators = Holding.objects.current(today).filter(
        board=review.board_id, office=Office.COORDINATOR, hold__in=[Hold.HOLDER, Hold.JOINT]
    )
    return [
        ShownPerson(capacity_label(row.office, review.board), row.person.name, row.person.title)
        for row in coordinators.select_related("person")
    ] + [
        ShownPerson(
            capacity_label(row.capacity),
            row.person.name,
            str(row.agency) if row.agency else row.person.title,
        )
        for row in review.appointments.select_related("person", "agency")
        if row.holds(today)
    ]


def next_meeting(review: Review, today: dt.date) -> Meeting | None:
    """The next meeting that is planned."""
    return review.meetings.ahead().filter(planned_on__gte=today).first()


def standing_holds(review: Review, today: dt.date) -> list[ProceedingHold]:
    """What is held for other proceedings: it stands beside the dates and moves none of them."""
    return seen_holds(review, today)
