"""The form of the terms of reference."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from common.forms import DateField, Guidance, PlainTextField
from panels.panel.services import SAY_WHY_LONG, is_long
from reviews.models import ReviewKind
from reviews.versions import VersionedForm

CORE_QUESTIONS = _(
    "Whether earlier history was known and used, and what difference that made.\n"
    "Whether the child protection, looked-after or pathway plan was robust and right for this"
    " child.\n"
    "Whether the plan was carried out, monitored and reviewed, and every agency played its part.\n"
    "What worked and what did not, and why; whether agencies challenged each other.\n"
    "Whether the agencies fulfilled their statutory duties.\n"
    "What obstacles stood in their way, in their organisations or around them."
)


class TermsForm(VersionedForm):
    """A version of the terms of reference. It carries the version that it starts from."""

    questions = PlainTextField(
        label=_("Questions for this case"),
        help_text=_("What the review is to find out, one question a line."),
        widget=forms.Textarea(attrs={"rows": 8}),
        max_length=20000,
    )
    has_core_questions = forms.BooleanField(
        label=_("The core questions of an extended review are included"), required=False
    )
    period_from_on = DateField(label=_("The period begins on"))
    period_until_on = DateField(label=_("The period ends on"))
    period_why = PlainTextField(
        label=_("Why the period is longer than usual"),
        help_text=_("Needed only where it is."),
        widget=forms.Textarea(attrs={"rows": 2}),
        max_length=2000,
        required=False,
    )
    changes = PlainTextField(
        label=_("What changed, and why"), widget=forms.Textarea(attrs={"rows": 3}), max_length=2000
    )
    guidance = {"has_core_questions": Guidance(CORE_QUESTIONS, _("Annex 2, recommendation form"))}

    texts = ("questions", "period_why")

    def __init__(self, *args: Any, version: int, **kwargs: Any) -> None:
        super().__init__(*args, version=version, **kwargs)
        self.fields["on"].label = _("Agreed on")
        if self.review.kind != ReviewKind.EXTENDED:
            del self.fields["has_core_questions"]
        if not version:
            del self.fields["changes"]

    def clean(self) -> dict[str, Any]:
        facts = super().clean()
        first, last = facts.get("period_from_on"), facts.get("period_until_on")
        if first and last and last < first:
            self.add_error("period_until_on", _("The period ends before it begins."))
        elif first and last and is_long(self.review, first, last) and not facts.get("period_why"):
            self.add_error("period_why", str(SAY_WHY_LONG.sentence))
        return facts
