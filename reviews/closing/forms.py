"""Forms for the end of a review."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from common import clock
from common.forms import DateField, PlainTextField
from reviews.forms import DeedForm

WAYS = [
    ("transfer", _("Transferred: another board leads")),
    ("discontinue", _("Discontinued: the review ends before it is finished")),
    ("convert", _("Converted: it continues as a Single Unified Safeguarding Review")),
]


class CloseForm(DeedForm):
    """What difference the review made (§5.26), or why that is not said yet."""

    asks_reason = True
    difference = PlainTextField(
        label=_("The difference made"),
        help_text=_("What has changed for children because of this review, and how you know."),
        widget=forms.Textarea(attrs={"rows": 5}),
        required=False,
        max_length=10000,
    )


class EndForm(DeedForm):
    """How and why it ends off the usual road."""

    way = forms.ChoiceField(label=_("How it ends"), choices=WAYS, widget=forms.RadioSelect)
    reasons = PlainTextField(
        label=_("Reasons"),
        help_text=_("Pseudonyms only."),
        widget=forms.Textarea(attrs={"rows": 5}),
        max_length=10000,
    )
    advice = PlainTextField(
        label=_("Advice given"),
        help_text=_("From whom and when. Legal advice itself is kept among the papers."),
        widget=forms.Textarea(attrs={"rows": 3}),
        required=False,
        max_length=4000,
    )
    goes_to = PlainTextField(
        label=_("The board or process it goes to"),
        help_text=_("Needed if the review is transferred."),
        required=False,
    )
    their_reference = PlainTextField(label=_("Its reference there"), required=False, max_length=60)
    told = PlainTextField(
        label=_("Who was told"),
        help_text=_("The agencies, the reviewers, the family. No names of children or family."),
        widget=forms.Textarea(attrs={"rows": 2}),
        required=False,
        max_length=4000,
    )
    told_on = DateField(label=_("Date they were told"), required=False)
    government_told_on = DateField(
        label=_("Date Welsh Government was told"),
        help_text=_("You can leave this blank and record it later."),
        required=False,
    )

    sometimes_needed = ("goes_to",)

    def __init__(self, *args: Any, ways: list[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["way"].choices = [  # type: ignore[attr-defined]
            (way, label) for way, label in WAYS if way in ways
        ]

    def clean(self) -> dict[str, Any]:
        facts = super().clean()
        if facts.get("way") == "transfer" and not facts.get("goes_to"):
            self.add_error("goes_to", _("Say which board it is transferred to."))
        if facts.get("told_on") and not facts.get("told") and "told" not in self.errors:
            self.add_error("told", _("Say who was told."))
        for name in ("told_on", "government_told_on"):
            not_in_future(self, name)
        return facts


def not_in_future(form: forms.Form, name: str) -> None:
    day = form.cleaned_data.get(name)
    if day and day > clock.today():
        form.add_error(name, _("The date is in the future. Enter the date on which this happened."))


class TellOfEndForm(DeedForm):
    """Who was told of the end, once it has ended."""

    told = PlainTextField(
        label=_("Who was told"),
        help_text=_("The agencies, the reviewers, the family. No names of children or family."),
        widget=forms.Textarea(attrs={"rows": 2}),
        required=False,
        max_length=4000,
    )
    government_told_on = DateField(label=_("Date Welsh Government was told"), required=False)
    their_reference = PlainTextField(label=_("Its reference there"), required=False, max_length=60)

    def clean(self) -> dict[str, Any]:
        facts = super().clean()
        not_in_future(self, "government_told_on")
        if not any(facts.get(n) for n in ("told", "government_told_on", "their_reference")):
            self.add_error("told", _("Say who was told."))
        return facts
