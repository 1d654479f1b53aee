"""Pages about the family and household of the children."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext_lazy as _

from common.deeds import Answer
from reviews.children.deeds import CHANGE_RELATIVE, RECORD_RELATIVE, WITHDRAW_RELATIVE
from reviews.models import Relative
from reviews.relatives import services
from reviews.relatives.forms import RelativeForm
from reviews.spells.forms import WithdrawForm
from reviews.spells.views import ChildrenDeed
from reviews.versions import TextPage

WRITTEN = ("pseudonym", "kin", "has_responsibility", "lived_with", "homes", "note")


class AddRelative(ChildrenDeed):
    """Add a parent, partner, carer, brother or sister."""

    kind = RECORD_RELATIVE
    form_class: Any = RelativeForm
    done = _("The entry is recorded.")
    relative: Relative | None = None

    def form_words(self, answer: Answer) -> dict[str, Any]:
        return {"version": 0, "relative": self.relative} | super().form_words(answer)

    def act(self, form: Any, **words: Any) -> None:
        services.record_relative(self.review, relative=self.relative, **form.facts(), **words)


class ChangeRelative(TextPage, AddRelative):
    """Change what is recorded of one of them."""

    kind = CHANGE_RELATIVE
    form_class: Any = RelativeForm

    def question(self, request: HttpRequest) -> Answer:
        self.relative = get_object_or_404(
            Relative, review=self.review, uuid=self.kwargs["uuid"], withdrawn_at=None
        )
        return super().question(request)

    def standing(self) -> tuple[int, Mapping[str, Any]]:
        row = Relative.objects.get(review=self.review, uuid=self.kwargs["uuid"])
        written = {name: getattr(row, name) for name in WRITTEN}
        return row.version, written | {"children": list(row.children.all())}


class WithdrawRelative(ChildrenDeed):
    """Take out somebody who was recorded by mistake."""

    kind = WITHDRAW_RELATIVE
    form_class: Any = WithdrawForm
    done = _("The entry is withdrawn.")
    relative: Relative

    def question(self, request: HttpRequest) -> Answer:
        self.relative = get_object_or_404(
            Relative, review=self.review, uuid=self.kwargs["uuid"], withdrawn_at=None
        )
        self.heading = f"{self.kind.label}: {self.relative.pseudonym}"
        return super().question(request)

    def form_words(self, answer: Answer) -> dict[str, Any]:
        return super().form_words(answer) | {"version": self.relative.version}

    def act(self, form: Any, **words: Any) -> None:
        services.withdraw_relative(self.review, relative=self.relative, **form.facts(), **words)
