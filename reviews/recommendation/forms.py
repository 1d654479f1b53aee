"""The recommendation, as far as the spine needs it (Annex 2, first form)."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from common.forms import DateField, PlainTextField
from reviews.criteria.forms import AsksWhyDifferent
from reviews.models import Course, Vote

FOR_A_REVIEW = _("Needed where a review is recommended.")


class RecommendForm(AsksWhyDifferent):
    """Course, vote, outline and rationale always; for a review its period and why."""

    course = forms.ChoiceField(
        label=_("The sub-group recommends"), choices=Course, widget=forms.RadioSelect
    )
    vote = forms.ChoiceField(label=_("How it was decided"), choices=Vote, widget=forms.RadioSelect)
    dissent = PlainTextField(
        label=_("The views of the minority"),
        help_text=_("Who held which view, and why."),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=4000,
    )
    outline = PlainTextField(
        label=_("Brief outline of the case"),
        help_text=_(
            "What happened, the children's legal status before it, and what was done at once to"
            " keep children safe. Pseudonyms only."
        ),
        widget=forms.Textarea(attrs={"rows": 6}),
        max_length=10000,
    )
    rationale = PlainTextField(
        label=_("Rationale"),
        help_text=_(
            "The criteria and how they are met or not, and the other reviews that were considered."
        ),
        widget=forms.Textarea(attrs={"rows": 6}),
        max_length=10000,
    )
    period_from_on = DateField(
        label=_("Period to review: from"), help_text=FOR_A_REVIEW, required=False
    )
    period_until_on = DateField(
        label=_("Period to review: until"), help_text=FOR_A_REVIEW, required=False
    )
    period_why = PlainTextField(
        label=_("Rationale for the period"),
        help_text=_("Usually the 12 months before the event; longer needs a reason (§5.10)."),
        widget=forms.Textarea(attrs={"rows": 3}),
        required=False,
        max_length=4000,
    )

    sometimes_needed = ("period_from_on", "period_until_on", "period_why")
    reveals = {"vote": {Vote.MAJORITY.value: ["dissent"]}}

    def clean(self) -> dict[str, Any]:
        facts = super().clean()
        course = facts.get("course")
        if course and Course(course).is_review:
            for name, sentence in {
                "period_from_on": _("Give the first day of the period to review."),
                "period_until_on": _("Give the last day of the period to review."),
                "period_why": _("Say why this period."),
            }.items():
                if not facts.get(name) and name not in self.errors:
                    self.add_error(name, sentence)
        first, last = facts.get("period_from_on"), facts.get("period_until_on")
        if first and last and last < first:
            self.add_error("period_until_on", _("The period ends before it begins."))
        return facts
