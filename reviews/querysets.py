"""Which reviews somebody may see. The law: has_perm(May.VIEW, review) exactly where it is here."""

from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from boards.models import Holding
from common import clock
from reviews.capacities import PARTICIPATING, Grade
from reviews.models import Appointment, Interest, OlderReference, Participation, Review
from reviews.permissions import BY_APPOINTMENT, BY_OFFICE, BY_PARTICIPATION, May

SEEING_OFFICES = [office for office, rights in BY_OFFICE.items() if May.VIEW in rights]
SEEING_BESIDE = [
    office for office, code in PARTICIPATING.items() if May.VIEW in BY_PARTICIPATION[code]
]
SEEING_CAPACITIES = [who for who, rights in BY_APPOINTMENT.items() if May.VIEW in rights]


def visible_to(user: Any) -> QuerySet[Review]:
    """The reviews this person may open today: by office, appointment or their board's
    taking part, and not barred from."""
    person = getattr(user, "person", None)
    reviews: QuerySet[Review] = Review.objects.select_related("board", "timetable", "taken_on")
    if not user.is_active or person is None:
        return reviews.none()
    today = clock.today()
    offices = Holding.objects.current(today).filter(person=person, office__in=SEEING_OFFICES)
    appointed = Appointment.objects.granted_to(user, today).filter(capacity__in=SEEING_CAPACITIES)
    barred = Interest.objects.standing().filter(
        review=OuterRef("pk"), person=person, grade=Grade.OUT
    )
    beside = Holding.objects.current(today).filter(person=person, office__in=SEEING_BESIDE)
    joined = Participation.objects.current(today).filter(board__in=beside.values("board"))
    # The lists are short, and known before the reviews are asked for: so the database may take a
    # page of thousands from the index of their dates.
    seen = Q(board__in=list(offices.values_list("board", flat=True)))
    parts = appointed.values_list("review", flat=True)
    if mine := list(parts.union(joined.values_list("review", flat=True))):
        seen |= Q(pk__in=mine)
    return reviews.filter(seen, ~Exists(barred))


def by_older_reference(reviews: QuerySet[Review], sought: str) -> QuerySet[Review]:
    """Those that were called so on paper or in another system."""
    if not sought.isprintable():
        return reviews.none()
    older = OlderReference.objects.filter(review=OuterRef("pk"), written__icontains=sought)
    return reviews.filter(Exists(older))


def taking_part(user: Any) -> QuerySet[Review]:
    """Reviews in which this person has an appointment, even one that does not open the case."""
    reviews: QuerySet[Review] = Review.objects.select_related("board", "timetable")
    if not user.is_active:
        return reviews.none()
    appointed = Appointment.objects.granted_to(user, clock.today()).values("review")
    return reviews.filter(pk__in=appointed)
