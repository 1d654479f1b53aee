"""The rule book: every limit of every edition, with its number, from what to what it counts, where
it stands and how surely it is known. Open to everybody; nothing of a case is in it."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext
from django.views.generic import TemplateView

from common.rules import ShownRule
from guidance.edition import Edition
from guidance.editions import codes, edition
from guidance.targets import TARGETS


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
