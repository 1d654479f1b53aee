"""Forms of the end of a plan."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from action_plans.models import By
from action_plans.plan.forms import words
from common import clock
from common.forms import DateField
from reviews.forms import DeedForm
from reviews.models import ReviewKind

NO_NAMES = _("No names of children, family or staff.")


class DisseminateForm(DeedForm):
    """How what was learned was passed on, and to whom."""

    how = forms.ChoiceField(
        label=_("How the learning was shared"), choices=By, widget=forms.RadioSelect
    )
    audience = words(_("To whom"), 2, hint=_("Agencies, teams or roles; about how many people."))
    note = words(_("What was shared, and what happened as a result"), hint=NO_NAMES, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["on"].label = _("Date shared")


class ClosePlanForm(DeedForm):
    """What the Board decided when it closed the plan."""

    decision = words(
        _("What the Board decided"), hint=_("As recorded in the minutes. Use pseudonyms only.")
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["on"].label = _("Closed by the Board on")


class DifferenceForm(DeedForm):
    """What difference the review made. Of an extended review the inspectorates are told too."""

    difference = words(
        _("What difference the review made"),
        6,
        hint=_("What has changed for children. Pseudonyms only."),
    )
    evidence = words(_("How do you know?"), hint=NO_NAMES, required=False)
    agreed_on = DateField(label=_("Agreed by the Board on"), required=False, latest=clock.today)
    inspectorates_on = DateField(
        label=_("Sent to the inspectorates on"), required=False, latest=clock.today
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["on"].label = _("Sent to Welsh Government on")
        if self.review.kind != ReviewKind.EXTENDED:
            del self.fields["inspectorates_on"]

    def clean(self) -> dict[str, Any]:
        facts = super().clean()
        agreed, sent = facts.get("agreed_on"), facts.get("on")
        if agreed and sent and agreed > sent:
            self.add_error("agreed_on", _("This is after the day on which it was sent."))
        return facts
