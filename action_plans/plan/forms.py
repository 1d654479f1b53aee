"""Forms of the plan."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from action_plans.models import Level
from boards.models import Agency, Person
from common.forms import DateField, PlainTextField
from reviews.forms import DeedForm
from reviews.people.forms import PersonChoice, board_agencies, board_people
from reviews.versions import VersionedForm


def words(label: Any, lines: int = 3, *, hint: Any = "", required: bool = True) -> PlainTextField:
    return PlainTextField(
        label=label,
        help_text=hint,
        widget=forms.Textarea(attrs={"rows": lines}),
        max_length=10000,
        required=required,
    )


class OutlineForm(VersionedForm):
    """What the panel means to do; or that nothing need be done, and why."""

    texts = ("outline", "no_action_because")
    outline = words(_("Outline of the plan"), 10)
    no_action_because = words(
        _("If no action is needed, explain why"),
        hint=_("A review may conclude that no change is needed (§5.17)."),
        required=False,
    )


class AgenciesChoice(forms.ModelMultipleChoiceField):  # type: ignore[type-arg]  # not generic here
    """Agencies, in the reader's language."""


class ActionFields(forms.Form):
    """What an action says; mixed into the forms that add and change one."""

    learning_point = words(_("Learning point or recommendation"))
    text = words(_("Action"), hint=_("Describe one thing that can be done and checked."))
    agency = forms.ModelChoiceField(label=_("Lead agency"), queryset=Agency.objects.none())
    supporting = AgenciesChoice(
        label=_("Supporting agencies"),
        queryset=Agency.objects.none(),
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    level = forms.ChoiceField(
        label=_("Level"),
        choices=[each for each in Level.choices if each[0]],
        widget=forms.RadioSelect,
        required=False,
    )
    owner = PersonChoice(
        label=_("Owner"),
        help_text=_(
            "The owner can see only this action, once the plan is final. Somebody else verifies it."
        ),
        queryset=Person.objects.none(),
    )
    start_on = DateField(label=_("Starts on"), required=False)
    due_on = DateField(label=_("To be done by"))
    intended_outcome = words(_("Intended outcome for children"), required=False)
    measure = words(_("How will you know it has worked?"), required=False)
    earlier_action = words(
        _("Earlier action it continues"),
        2,
        hint=_("Which plan the earlier action was in, and what happened to it."),
        required=False,
    )

    def choose_from(self, review: Any) -> None:
        agencies = board_agencies(review)
        self.fields["agency"].queryset = agencies  # type: ignore[attr-defined]
        self.fields["supporting"].queryset = agencies  # type: ignore[attr-defined]
        self.fields["owner"].queryset = board_people(review)  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        facts = super().clean() or self.cleaned_data
        starts, due = facts.get("start_on"), facts.get("due_on")
        if starts and due and starts > due:
            self.add_error("start_on", _("The start date is after the due date. Check both dates."))
        return facts


class AddActionForm(DeedForm, ActionFields):
    """A new action."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.choose_from(self.review)
        self.fields["on"].label = _("Added on")
