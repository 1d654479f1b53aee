"""The form that completes who was told that a report is not published."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from common import clock
from common.forms import DateField, PlainTextField
from library.publication.models import NotPublished
from reviews.forms import DeedForm


class TellOfDecisionForm(DeedForm):
    """Who was told on that day; Welsh Government, unless that is recorded already."""

    told = PlainTextField(
        label=_("Who was told"),
        help_text=_("The agencies, the reviewers, the family. No names of children or family."),
        widget=forms.Textarea(attrs={"rows": 3}),
        required=False,
        max_length=4000,
    )
    government_told_on = DateField(
        label=_("Date Welsh Government was told"), required=False, latest=clock.today
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["on"].label = _("Date they were told")
        row = NotPublished.objects.filter(review=self.review).first()
        if row and row.government_told_on:
            del self.fields["government_told_on"]

    def clean(self) -> dict[str, Any]:
        facts = super().clean()
        is_empty = not facts.get("told") and not facts.get("government_told_on")
        if is_empty and not {"told", "government_told_on"} & set(self.errors):
            self.add_error("told", _("Say who was told."))
        return facts
