"""The form of the criteria, and what is asked where a choice differs from what they suggest."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from common import clock
from common.forms import DateField, Guidance, PlainTextField
from reviews.criteria.services import DIFFERS
from reviews.criteria.suggestion import suggested
from reviews.forms import DeedForm
from reviews.models import AbuseGate, AbuseKind, Course, Happened, Permanence
from reviews.versions import VersionedForm


class CriteriaForm(VersionedForm):
    """The criteria limb by limb. What is not known stays open: nothing is needed at once."""

    abuse = forms.ChoiceField(
        label=_("Abuse or neglect of a child within the area of the Board"),
        choices=AbuseGate,
        widget=forms.RadioSelect,
        required=False,
    )
    abuse_kinds = forms.MultipleChoiceField(
        label=_("Kinds that are known or suspected"),
        choices=AbuseKind,
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    happened = forms.ChoiceField(
        label=_("What happened to the child"),
        choices=Happened,
        widget=forms.RadioSelect,
        required=False,
    )
    event_on = DateField(label=_("Date of the event"), latest=clock.today, required=False)
    identified_on = DateField(
        label=_("Date on which the impairment was identified"),
        help_text=_("For an impairment the six months are counted back from this day."),
        latest=clock.today,
        required=False,
    )
    permanence = forms.ChoiceField(
        label=_("Is the impairment permanent?"),
        choices=Permanence,
        widget=forms.RadioSelect,
        required=False,
    )
    look_again_on = DateField(
        label=_("Day of the next look"),
        help_text=_("Needed where permanence is not yet known. It comes to the desk that day."),
        required=False,
    )
    is_historic = forms.BooleanField(
        label=_("This would be a historic review"),
        help_text=_("Of abuse long ago; Annex 3 of the guidance of 2016 allows it at times."),
        required=False,
    )
    historic_why = PlainTextField(
        label=_("Why a historic review is considered"),
        help_text=_("Needed for a historic review. Pseudonyms only."),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=4000,
        required=False,
    )

    texts = ("historic_why",)
    sometimes_needed = ("look_again_on", "historic_why")
    reveals = {
        "abuse": {
            AbuseGate.KNOWN.value: ["abuse_kinds"],
            AbuseGate.SUSPECTED.value: ["abuse_kinds"],
        },
        "happened": {Happened.IMPAIRMENT.value: ["identified_on", "permanence", "look_again_on"]},
    }
    guidance = {
        "abuse": Guidance(
            _(
                "It is the abuse or neglect that is known or suspected; the child need not have"
                " been known to services. A suspicion is enough: no court need have found facts."
            ),
            _("S.I. 2015/1466 (W. 160), regulation 4(3)"),
        )
    }

    def clean(self) -> dict[str, Any]:
        facts = super().clean()
        later = facts.get("permanence") == Permanence.NOT_YET_KNOWN
        if later and not facts.get("look_again_on") and "look_again_on" not in self.errors:
            self.add_error("look_again_on", _("Give the day of the next look."))
        if not later:
            facts["look_again_on"] = None
        if facts.get("is_historic") and not facts.get("historic_why"):
            self.add_error("historic_why", _("Say why a historic review is considered."))
        event, identified = facts.get("event_on"), facts.get("identified_on")
        if event and identified and identified < event:
            self.add_error("identified_on", _("This is before the date of the event."))
        return facts


class AsksWhyDifferent(DeedForm):
    """Mixed into a form that has a `course`: a choice other than what the criteria suggest needs a
    reason, and both are kept (reviews.criteria.services.keep_choice)."""

    criteria_why = PlainTextField(
        label=_("Why it differs from what the criteria suggest"),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=4000,
        required=False,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.suggestion = suggested(self.review)
        if self.suggestion is None:
            # What was typed is kept: the criteria may have come open since.
            if "criteria_why" not in self.data:
                del self.fields["criteria_why"]
        else:
            self.fields["criteria_why"].help_text = SUGGEST[self.suggestion.course]

    def clean(self) -> dict[str, Any]:
        facts = super().clean()
        course, suggestion = facts.get("course"), self.suggestion
        if not suggestion or not course or course not in Course.values:
            return facts
        unsaid = not facts.get("criteria_why") and "criteria_why" not in self.errors
        if unsaid and not suggestion.agrees_with(course):
            self.add_error("criteria_why", str(DIFFERS.sentence))
        return facts


SUGGEST = {
    "extended": _("The criteria suggest an extended review. Needed only for another choice."),
    "concise": _("The criteria suggest a concise review. Needed only for another choice."),
    "neither": _("The criteria suggest no review of either kind. Needed only for a review."),
}
