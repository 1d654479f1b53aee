"""Whose a date is that stands once for each agency or action."""

from collections.abc import Iterable, Mapping

from boards.models import Agency
from deadlines.clocks import ClockDate
from guidance.milestones import Milestone


def is_of_an_agency(date: ClockDate) -> bool:
    return Milestone.AGENCY_DUE in date.limit.anchor


def agencies_of(dates: Iterable[ClockDate]) -> Mapping[str, str]:
    """By the part of a date, the name of its agency. One query."""
    parts = {date.part for date in dates if is_of_an_agency(date)}
    return {row.code: str(row) for row in Agency.objects.filter(code__in=parts)} if parts else {}


def label_of(date: ClockDate, agencies: Mapping[str, str]) -> str:
    """The date's words, with the agency that it is a date of."""
    agency = agencies.get(date.part, "") if is_of_an_agency(date) else ""
    return f"{date.label}: {agency}" if agency else date.label
