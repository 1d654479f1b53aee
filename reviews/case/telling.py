"""The history of a case as this room tells it: who, in which part."""

from collections.abc import Collection, Mapping
from uuid import UUID

from audit import history
from audit.history import Day, Show
from boards.models import Hold, Office, Person, User
from reviews.capacities import Capacity
from reviews.models import Correction, Departure, Provenance, Review

LABELS = dict(Office.choices) | dict(Capacity.choices)


def capacity_label(code: str) -> str:
    """`board_chair.deputy` in the reader's language."""
    name, _dot, hold = code.partition(".")
    label = str(LABELS.get(name, ""))
    return f"{label} ({Hold(hold).label})" if hold and label else label


def capacities() -> dict[str, str]:
    """Every code the ledger may hold, labelled in the reader's language."""
    codes = [*LABELS, *(f"{code}.{Hold.DEPUTY}" for code in Office.values)]
    return {code: capacity_label(code) for code in codes}


def users(ids: Collection[int]) -> Mapping[int, str]:
    found = User.objects.filter(pk__in=ids).select_related("person")
    return {user.pk: user.person.name if hasattr(user, "person") else user.email for user in found}


def persons(ids: Collection[int]) -> Mapping[int, str]:
    return dict(Person.objects.filter(pk__in=ids).values_list("pk", "name"))


def reasons_of(review: Review) -> Mapping[UUID, str]:
    """Why what was out of the usual order went ahead, by its act in the ledger."""
    corrected = Correction.objects.filter(review=review).values_list("act", "reason")
    departed = Departure.objects.filter(review=review).values_list("act", "reason")
    return dict([*corrected, *departed])


def sources_of(review: Review) -> Mapping[UUID, Provenance]:
    """How what was recorded later or for another is known, and whether it was confirmed."""
    found = Provenance.objects.filter(review=review).select_related("confirmation", "paper")
    return {row.act: row for row in found}


def days_of(review: Review, show: Show = Show.ACTS, at_most: int = 500) -> list[Day]:
    """The review's history, newest day first."""
    return history.history(
        review.pk,
        names=users,
        persons=persons,
        show=show,
        capacities=capacities(),
        at_most=at_most,
    )
