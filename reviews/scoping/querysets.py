"""Whose eyes an agency's answer is for: who was asked, and who prepares the sub-group's work."""

from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from boards.models import Agency, Holding, Person
from common import clock
from reviews.capacities import Grade
from reviews.journey import RUNNING
from reviews.models import Interest, Review, ScopingReturn
from reviews.people.forms import board_agencies
from reviews.permissions import BY_OFFICE, May

PREPARING = [office for office, rights in BY_OFFICE.items() if May.PREPARE in rights]


def visible_to(user: Any) -> QuerySet[ScopingReturn]:
    """The returns that this person may open today, by office or because they are asked."""
    person = getattr(user, "person", None)
    rows = ScopingReturn.objects.select_related(
        "review__board", "review__timetable", "agency", "asked_of"
    )
    if not user.is_active or person is None:
        return rows.none()
    offices = Holding.objects.current(clock.today()).filter(person=person, office__in=PREPARING)
    barred = Interest.objects.standing().filter(
        review=OuterRef("review"), person=person, grade=Grade.OUT
    )
    return rows.filter(
        Q(review__board__in=offices.values("board"))
        | Q(asked_of=person, review__stage__in=RUNNING),
        ~Exists(barred),
    )


def not_yet_asked(review: Review) -> Any:
    """The partners of the board that the sub-group has not asked."""
    asked = ScopingReturn.objects.filter(review=review)
    return board_agencies(review).exclude(pk__in=asked.values("agency"))


def people_of(agencies: list[Agency], review: Review) -> dict[int, list[Person]]:
    """Who works for each agency today and can sign in; nobody whom an interest keeps out."""
    out = Interest.objects.standing().filter(review=review, grade=Grade.OUT)
    rows = (
        Person.objects.filter(user__is_active=True, memberships__agency__in=agencies)
        .exclude(pk__in=out.values("person"))
        .distinct()
        .prefetch_related("memberships")
    )
    today = clock.today()
    found: dict[int, list[Person]] = {agency.pk: [] for agency in agencies}
    for person in rows:
        for member in person.memberships.all():
            if member.agency_id in found and member.holds(today):
                found[member.agency_id].append(person)
    return found
