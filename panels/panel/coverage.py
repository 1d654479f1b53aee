"""Which of the agencies involved sit on the panel, and how many panels its people sit on."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Count, Exists, OuterRef, QuerySet
from django.utils.translation import gettext_lazy as _

from boards.models import Agency
from common import clock
from common.deeds import Sentence
from reviews.capacities import Capacity
from reviews.decision.amending import agencies_amended, agencies_as_decided
from reviews.journey import COMMISSIONED, RUNNING
from reviews.models import Appointment, InvolvedAgency, Review

ON_PANEL = (Capacity.PANEL_CHAIR, Capacity.PANEL_MEMBER)
NO_MEMBER = _("No panel member yet.")
NOT_A_PARTNER = _(
    "This is not one of the Board's agencies, so you cannot appoint anybody for it here."
)
NOT_INVOLVED = _("Not recorded as involved in the case.")


@dataclass
class Covered:
    """One agency: who sits on the panel for it, who writes its timeline, and what is missing."""

    name: str
    agency: Agency | None
    is_involved: bool
    members: list[Appointment] = field(default_factory=list)
    authors: list[Appointment] = field(default_factory=list)

    @property
    def gap(self) -> Sentence:
        """What is missing, in words; '' where nothing is."""
        if self.agency is None:
            return NOT_A_PARTNER
        return "" if self.members else NO_MEMBER

    @property
    def remark(self) -> Sentence:
        return "" if self.is_involved else NOT_INVOLVED


def coverage(review: Review, appointments: Sequence[Appointment]) -> list[Covered]:
    """The agencies involved in the case as decided, and those that sit on the panel besides."""
    found: dict[Any, Covered] = {}
    for row in agencies_as_decided([review])[review.pk]:
        key = row.agency.pk if row.agency else row.name
        found[key] = Covered(str(row), row.agency, is_involved=True)
    for held in appointments:
        if held.agency_id is None or held.capacity in Capacity.reviewers():
            continue
        place = found.setdefault(
            held.agency_id, Covered(str(held.agency), held.agency, is_involved=False)
        )
        side = place.authors if held.capacity == Capacity.AGENCY_AUTHOR else place.members
        side.append(held)
    return sorted(found.values(), key=lambda each: (not each.is_involved, each.name))


def gaps(rows: Sequence[Covered]) -> list[Covered]:
    return [row for row in rows if row.is_involved and row.gap]


def gap_counts(reviews: Sequence[Review]) -> dict[int, int]:
    """How many agencies involved nobody sits on the panel for, by review. Two queries, and three
    more where the Chair amended the agencies of one."""
    commissioned = {review.pk: review for review in reviews if review.stage in COMMISSIONED}
    amended = agencies_amended(commissioned)
    sitting = Appointment.objects.current(clock.today()).filter(capacity__in=ON_PANEL)
    here = sitting.filter(review=OuterRef("review"), agency=OuterRef("agency"))
    rows = (
        InvolvedAgency.objects.filter(~Exists(here), review__in=set(commissioned) - set(amended))
        .order_by()
        .values_list("review")
        .annotate(gaps=Count("pk"))
    )
    return dict(rows) | _gaps_as_amended([commissioned[pk] for pk in amended], sitting)


def _gaps_as_amended(reviews: Sequence[Review], sitting: QuerySet[Appointment]) -> dict[int, int]:
    if not reviews:
        return {}
    there = set(sitting.filter(review__in=reviews).values_list("review", "agency"))
    counts = {
        pk: sum(row.agency is None or (pk, row.agency.pk) not in there for row in rows)
        for pk, rows in agencies_as_decided(reviews).items()
    }
    return {pk: count for pk, count in counts.items() if count}


def loads(review: Review, appointments: Sequence[Appointment]) -> dict[int, int]:
    """On how many panels of running reviews each of these people sits today, this one included."""
    people = {row.person_id for row in appointments if row.capacity in ON_PANEL}
    rows = (
        Appointment.objects.current(clock.today())
        .filter(
            person__in=people,
            capacity__in=ON_PANEL,
            review__stage__in=RUNNING,
            review__board=review.board_id,
        )
        .order_by()
        .values_list("person")
        .annotate(panels=Count("review", distinct=True))
    )
    return dict(rows)
