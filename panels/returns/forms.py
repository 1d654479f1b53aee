"""Forms about a timeline that came."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from common.forms import PlainTextField
from panels.models import AgencyReturn
from panels.querysets import members
from reviews.forms import DeedForm


class SignOffForm(DeedForm):
    """Only the day; and who signed it, if it is recorded for them."""

    def __init__(self, *args: Any, agency_return: AgencyReturn, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["on"].label = _("Signed off on")
        if "decided_by" in self.fields:
            field = self.fields["decided_by"]
            field.label = _("Who signed it off")
            field.queryset = members(agency_return)  # type: ignore[attr-defined]


class AskQueryForm(DeedForm):
    question = PlainTextField(
        label=_("The question"),
        help_text=_("Use pseudonyms only. We tell the agency that there is a question."),
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=4000,
    )


class AnswerQueryForm(DeedForm):
    reply = PlainTextField(
        label=_("The answer"),
        help_text=_("Use pseudonyms and roles. Do not include the names of staff."),
        widget=forms.Textarea(attrs={"rows": 6}),
        max_length=10000,
    )


class UnlockForm(DeedForm):
    why = PlainTextField(
        label=_("What needs to be corrected, and why"),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=2000,
    )
