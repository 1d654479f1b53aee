"""The rule book: every limit of every edition, with its number, from what to what it counts, where
it stands and how surely it is known. Open to everybody; nothing of a case is in it."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext
from django.views.generic import TemplateView

from guidance.edition import Edition
from guidance.editions import codes, edition
from guidance.limit import Limit, Unit
from guidance.milestones import Milestone
from guidance.targets import TARGETS


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
    def begins(self) -> str:
        return named(self.limit.anchor)

    @property
    def ends(self) -> str:
        return named((self.limit.end,) if self.limit.end else ())

    @property
    def beside(self) -> str:
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


@dataclass(frozen=True)
class ShownEdition:
    """An edition with its rules."""

    edition: Edition

    @property
    def code(self) -> str:
        return self.edition.code

    @property
    def label(self) -> str:
        return gettext(self.edition.label)

    @property
    def note(self) -> str:
        return gettext(self.edition.note)

    @property
    def later(self) -> str:
        """Why a review that commences today runs under a later regime."""
        return gettext(self.edition.superseded_why) if self.edition.superseded_why else ""

    @property
    def rules(self) -> list[ShownRule]:
        return [ShownRule(limit) for limit in self.edition.limits]


class RuleBook(TemplateView):
    """The page in Help."""

    template_name = "pages/rules.html"
    http_method_names = ["get", "head", "options"]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**kwargs) | {
            "editions": [ShownEdition(edition(code)) for code in reversed(codes())],
            "targets": [ShownRule(target.rule) for target in TARGETS],
        }
