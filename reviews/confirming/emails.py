"""Mail about what was recorded for another."""

from django.urls import reverse

from boards.models import Person
from reviews.models import Confirmation
from reviews.permissions import May
from reviews.post import holders, tell


def recorded_for_you(row: Confirmation) -> None:
    """Whoever decided it is asked to confirm what was recorded for them."""
    tell_of(row, "reviews.recorded_for_you", row.person, row.get_absolute_url())


def disputed(row: Confirmation) -> None:
    """Whoever recorded it is told that it is said not to be so."""
    recorder = Person.objects.filter(user=row.recorded_by_id).first()
    if recorder:
        link = reverse("reviews:settle", args=[row.review.slug, row.uuid])
        tell_of(row, "reviews.disputed", recorder, link)


def left_to_answer(row: Confirmation) -> None:
    """Whoever decided has left: their successor, or the co-ordinators, say what the papers show."""
    if row.passed_to:
        tell_of(row, "reviews.left_to_answer", row.passed_to, row.get_absolute_url())
        return
    link = reverse("reviews:settle", args=[row.review.slug, row.uuid])
    for person in holders(row.review, May.RECORD_FOR_OTHERS):
        tell_of(row, "reviews.left_to_answer", person, link)


def tell_of(row: Confirmation, kind: str, person: Person, link: str) -> None:
    tell(row.review, kind, [person], on=row.on, link=link, about=str(row.uuid))
