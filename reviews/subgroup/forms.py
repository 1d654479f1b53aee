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
        help_text=_("What the sub-group is waiting for. Use pseudonyms only."),
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=4000,
    )
    next_on = DateField(
        label=_("Date the sub-group will look at it again"),
        help_text=_("The six months continue to run."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["on"].label = _("Deferred on")

    def clean(self) -> dict[str, Any]:
        facts = super().clean()
        on, next_on = facts.get("on"), facts.get("next_on")
        if on and next_on and next_on <= on:
            self.add_error(
                "next_on", str(_("Enter a date after the date on which the case was deferred."))
            )
        return facts
