"""Who in the register fits a review: those with nothing against them and least to do come first."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from common.deeds import Sentence
from panels.models import Welsh
from panels.register.querysets import on_register
from reviews.capacities import Grade
from reviews.decision.amending import agencies_as_decided
from reviews.models import Appointment, Interest, Review


@dataclass(frozen=True, eq=False)
class Candidate:
    """One reviewer of the register, and in words what to think of before asking them."""

    row: Any
    cautions: tuple[Sentence, ...]
    is_barred: bool

    @property
    def speaks_welsh(self) -> bool:
        return bool(self.row.welsh == Welsh.FLUENT)


def candidates(review: Review, on: dt.date) -> list[Candidate]:
    """Everybody in the register of the review's board. A few queries, however many."""
    decided = agencies_as_decided([review])[review.pk]
    involved = {row.agency.pk for row in decided if row.agency}
    grades = dict(Interest.objects.standing().filter(review=review).values_list("person", "grade"))
    held: defaultdict[int, list[Appointment]] = defaultdict(list)
    for appointment in Appointment.objects.current(on).filter(review=review):
        held[appointment.person_id].append(appointment)
    found = []
    rows: Iterable[Any] = on_register(review.board, on).filter(left_on=None)
    for row in rows:
        grade = grades.get(row.person_id)
        cautions = [
            *(
                format_lazy("{} {}", _("Works for an agency involved:"), each.agency)
                for each in row.person.employed_by
                if each.agency_id in involved
            ),
            *([_("An interest in this case is recorded.")] if grade else []),
            *(
                format_lazy("{} {}", _("Already appointed as:"), each.get_capacity_display())
                for each in held[row.person_id]
            ),
            *([] if row.is_available else [_("Not available today.")]),
        ]
        barred = grade in (Grade.MANAGED, Grade.OUT) or bool(held[row.person_id])
        found.append(Candidate(row, tuple(cautions), barred))
    return sorted(found, key=lambda each: (each.is_barred, len(each.cautions), each.row.load))
