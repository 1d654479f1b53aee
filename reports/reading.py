"""What is asked of a report: the draft that stands, its authors, who has still to sign."""

import datetime as dt
from collections.abc import Iterable

from boards.models import Person
from reports.models import Draft, Report, Statement
from reviews.capacities import Capacity
from reviews.models import Appointment, Review


def report_of(review: Review) -> Report | None:
    return Report.objects.filter(review=review).first()


def standing_draft(review: Review) -> Draft | None:
    """The newest version of the review's report."""
    return Draft.objects.filter(report=review.pk).order_by("-version").first()


def version_of(draft: Draft | None) -> int:
    """Its number; 0 before the first."""
    return draft.version if draft else 0


def reviewers_on(reviews: Iterable[int], on: dt.date) -> list[Appointment]:
    """The appointments as reviewer that hold on that day. One query."""
    return list(
        Appointment.objects.current(on)
        .filter(review__in=reviews, capacity__in=Capacity.reviewers())
        .select_related("person")
    )


def signed_by(reviews: Iterable[int]) -> set[tuple[int, int]]:
    """(review, person) of every statement. One query."""
    return set(Statement.objects.filter(report__in=reviews).values_list("report_id", "person_id"))


def unsigned(review: Review, on: dt.date) -> list[Person]:
    """The reviewers of that day whose statement is missing."""
    signed = signed_by([review.pk])
    people = {row.person_id: row.person for row in reviewers_on([review.pk], on)}
    return [person for pk, person in people.items() if (review.pk, pk) not in signed]


def authors(review: Review) -> list[int]:
    """The persons whose work the report is: who saved a draft, who signed as reviewer."""
    saved = Person.objects.filter(
        user__in=Draft.objects.filter(report=review.pk).values("saved_by")
    ).values_list("pk", flat=True)
    signed = Statement.objects.filter(report=review.pk).values_list("person_id", flat=True)
    return sorted({*saved, *signed})
