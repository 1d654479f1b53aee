"""Whose eyes an agency's timeline is for. Until release: its own agency, and who reads all."""

from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from boards.models import Holding, Person
from common import clock
from deadlines.models import Reached
from guidance.milestones import Milestone
from panels.models import AgencyReturn
from reviews import querysets as cases
from reviews.capacities import Capacity, Grade
from reviews.models import Appointment, Interest, Review
from reviews.permissions import BY_APPOINTMENT, BY_OFFICE, May
from reviews.standing import standing_of

SPEAKING = (Capacity.PANEL_MEMBER, Capacity.AGENCY_AUTHOR)
BESIDE = ("review__board", "review__timetable", "agency", "author", "signed_off_by")
READING_ALL = [who for who, rights in BY_APPOINTMENT.items() if May.VIEW_ALL_RETURNS in rights]
OFFICES_READING_ALL = [who for who, rights in BY_OFFICE.items() if May.VIEW_ALL_RETURNS in rights]


def visible_to(user: Any) -> QuerySet[AgencyReturn]:
    """The returns this person may read today: their agency's, or all of a review's.

    All are read by who may before release, and after it by everybody who may read the case.
    """
    person = getattr(user, "person", None)
    if not user.is_active or person is None:
        return AgencyReturn.objects.none()
    today = clock.today()
    granted = Appointment.objects.granted_to(user, today).filter(review=OuterRef("review"))
    own = granted.filter(capacity__in=SPEAKING, agency=OuterRef("agency"))
    offices = Holding.objects.current(today).filter(person=person, office__in=OFFICES_READING_ALL)
    released = Reached.objects.filter(
        timetable=OuterRef("review__timetable"), milestone=Milestone.TIMELINES_RELEASED
    )
    return AgencyReturn.objects.select_related(*BESIDE).filter(
        Q(Exists(own))
        | Q(Exists(granted.filter(capacity__in=READING_ALL)))
        | Q(review__board__in=offices.values("board"))
        | Q(Exists(released), review__in=cases.visible_to(user).values("pk")),
        ~Exists(barred(person)),
    )


def owned_by(user: Any) -> QuerySet[AgencyReturn]:
    """The returns of the agencies for which this person speaks, whatever else they may read."""
    person = getattr(user, "person", None)
    if not user.is_active or person is None:
        return AgencyReturn.objects.none()
    own = Appointment.objects.granted_to(user, clock.today()).filter(
        capacity__in=SPEAKING, review=OuterRef("review"), agency=OuterRef("agency")
    )
    return AgencyReturn.objects.select_related(*BESIDE).filter(Exists(own), ~Exists(barred(person)))


def returnable_by(user: Any, review: Review) -> QuerySet[AgencyReturn]:
    """The returns this person may give: their own agency's; by office, any on its behalf."""
    standing = standing_of(user, review)
    if not standing.may(May.RETURN_TIMELINE):
        return AgencyReturn.objects.none()
    by_office = any(
        May.RETURN_TIMELINE in BY_OFFICE.get(code, set()) for code in standing.capacities
    )
    return (visible_to(user) if by_office else owned_by(user)).filter(review=review)


def members(row: AgencyReturn) -> QuerySet[Person]:
    """The agency's own members of the panel, none barred: those who can sign its timeline off."""
    held = Appointment.objects.current(clock.today()).filter(
        review=row.review_id, agency=row.agency_id, capacity=Capacity.PANEL_MEMBER
    )
    return unbarred(held, row.review)


def speakers(row: AgencyReturn) -> QuerySet[Person]:
    """The panel members and authors of the agency, with or without an account, none barred."""
    held = Appointment.objects.current(clock.today()).filter(
        review=row.review_id, agency=row.agency_id, capacity__in=SPEAKING
    )
    return unbarred(held, row.review)


def appointed(review: Review, capacities: list[Capacity]) -> QuerySet[Person]:
    """Who holds one of these appointments today, none barred."""
    held = Appointment.objects.current(clock.today())
    return unbarred(held.filter(review=review, capacity__in=capacities), review)


def unbarred(appointments: QuerySet[Appointment], review: Review) -> QuerySet[Person]:
    out = Interest.objects.standing().filter(review=review, grade=Grade.OUT)
    return Person.objects.filter(pk__in=appointments.values("person")).exclude(
        pk__in=out.values("person")
    )


def barred(person: Person) -> QuerySet[Interest]:
    return Interest.objects.standing().filter(
        review=OuterRef("review"), person=person, grade=Grade.OUT
    )


def is_released(review: Review) -> bool:
    """The panel has released the timelines."""
    return Reached.objects.filter(
        timetable=review.timetable_id, milestone=Milestone.TIMELINES_RELEASED
    ).exists()
