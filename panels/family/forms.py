"""The form of the family's part."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from common import clock
from common.forms import DateField, PlainTextField
from panels.models import Outcome, Relation
from reviews.versions import VersionedForm

YES, NO = "yes", "no"


class FamilyForm(VersionedForm):
    """One member of the family. It carries the version of the row that it changes."""

    relation = forms.ChoiceField(
        label=_("Who"),
        help_text=_("By their place in the family. Names are not recorded here."),
        choices=Relation,
        widget=forms.RadioSelect,
    )
    approached = forms.ChoiceField(
        label=_("Were they asked to take part?"),
        choices=[(YES, _("Yes")), (NO, _("No"))],
        widget=forms.RadioSelect,
    )
    approached_on = DateField(label=_("Approached on"), latest=clock.today)
    outcome = forms.ChoiceField(
        label=_("What came of it"), choices=Outcome, widget=forms.RadioSelect
    )
    why_not = PlainTextField(
        label=_("Why they were not asked"),
        help_text=_("“The police asked us not to” is a full answer."),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=2000,
    )
    message = PlainTextField(
        label=_("Their message for the learning event"),
        help_text=_("In their own words where possible, without names."),
        widget=forms.Textarea(attrs={"rows": 5}),
        max_length=10000,
        required=False,
    )
    wants_feedback = forms.BooleanField(
        label=_("They wish to hear what came of the review"), required=False
    )
    reveals = {"approached": {YES: ["approached_on", "outcome"], NO: ["why_not"]}}

    texts = ("message",)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["on"].label = _("The day to which this entry belongs")

    def facts(self) -> dict[str, Any]:
        facts = super().facts()
        return facts | {"approached": facts["approached"] == YES}
