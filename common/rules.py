"""A limit of the guidance in the reader's words, as the rule book and every page with its date
show it: kind, number and unit, from what to what, how it binds, for whom, where it stands."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.formats import date_format
from django.utils.translation import gettext

from guidance.limit import Limit, Unit
from guidance.milestones import Milestone
from guidance.words import noop

DAY_SET = noop("The day that was set")


@dataclass(frozen=True)
class ShownRule:
    """One limit in the reader's words."""

    limit: Limit

    @property
    def label(self) -> str:
        return gettext(self.limit.label)

    @property
    def sentence(self) -> str:
        return gettext(self.limit.sentence)

    @property
    def kind(self) -> str:
        return gettext(self.limit.kind.label)

    @property
    def amount(self) -> str:
        """The number with its unit; '' where the rule has none or a day is set."""
        if self.limit.unit is Unit.DAY_OF_YEAR:
            month, day = divmod(self.limit.value, 100)
            return date_format(dt.date(2000, month, day), "j F")
        return f"{gettext(self.limit.unit.label)}: {self.limit.value}" if self.limit.value else ""

    @property
    def short(self) -> str:
        """What stands beside its date: how it binds, and the number, or that a day was set."""
        return f"{self.kind} · {self.amount or gettext(DAY_SET)}"

    @property
    def begins(self) -> str:
        return named(self.limit.anchor)

    @property
    def ends(self) -> str:
        """What ends it, the first that comes."""
        ends = (self.limit.end, *self.limit.also_ends) if self.limit.end else self.limit.also_ends
        return named(ends)

    @property
    def other_ends(self) -> str:
        """Other days of interest, shown beside the end that is counted to."""
        return named(self.limit.shown_beside)

    @property
    def severity(self) -> str:
        return gettext(self.limit.severity.label)

    @property
    def holds_for(self) -> str:
        """The kinds of review; '' for all."""
        return ", ".join(gettext(kind.label) for kind in self.limit.applies_to)

    @property
    def needs(self) -> str:
        return ", ".join(gettext(need.label) for need in self.limit.needs)

    @property
    def citation(self) -> str:
        return gettext(self.limit.citation)

    @property
    def standing(self) -> str:
        return gettext(self.limit.standing.label)


def named(milestones: Iterable[Milestone]) -> str:
    return "; ".join(gettext(each.label) for each in milestones)
