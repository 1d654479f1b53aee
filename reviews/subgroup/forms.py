"""The form by which the sub-group puts a case off."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from common.forms import DateField, PlainTextField
from reviews.forms import DeedForm


class DeferForm(DeedForm):
    """Why, and when the sub-group looks again."""

    why = PlainTextField(
        label=_("Why the case is deferred"),
        help_text=_("What is waited for. Pseudonyms only."),
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=4000,
    )
    next_on = DateField(
        label=_("The sub-group looks again on"), help_text=_("The six months go on meanwhile.")
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["on"].label = _("Deferred on")

    def clean(self) -> dict[str, Any]:
        facts = super().clean()
        on, next_on = facts.get("on"), facts.get("next_on")
        if on and next_on and next_on <= on:
            self.add_error("next_on", str(_("Give a day after the day of deferring.")))
        return facts
