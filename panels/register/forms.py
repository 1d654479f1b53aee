"""Forms of the register: searching it, an entry, training, leaving."""

import datetime as dt
from typing import Any

from django import forms
from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from boards.models import Board, Person
from common import clock
from common.forms import DateField, Form, PlainTextField
from panels.models import Reviewer, Skill, Welsh
from panels.register.querysets import available
from reviews.people.forms import PersonChoice

FACTS = (
    "skills",
    "experience",
    "welsh",
    "other_languages",
    "available_from_on",
    "available_until_on",
    "availability",
    "employers",
    "mentor",
    "done_before",
)


class SearchForm(Form):
    """What to look for in the register. Sent by GET, so that a search can be kept and passed on."""

    in_address = True

    q = PlainTextField(label=_("Name, experience or employer"), required=False, max_length=100)
    skill = forms.ChoiceField(
        label=_("Skill"), choices=[("", _("Any")), *Skill.choices], required=False
    )
    welsh = forms.ChoiceField(
        label=_("Welsh"),
        choices=[("", _("Any")), *((each.value, each.label) for each in Welsh if each.value)],
        required=False,
    )
    free = forms.BooleanField(label=_("Available today"), required=False)
    left = forms.BooleanField(label=_("Include people who have left the register"), required=False)

    def found(self, rows: QuerySet[Reviewer], on: dt.date) -> QuerySet[Reviewer]:
        """The rows that were asked for; all of today's where the question is not understood."""
        asked = self.cleaned_data if self.is_valid() else {}
        if words := asked.get("q"):
            rows = rows.filter(
                Q(person__name__icontains=words)
                | Q(experience__icontains=words)
                | Q(employers__icontains=words)
                | Q(other_languages__icontains=words)
            )
        if asked.get("skill"):
            rows = rows.filter(skills__contains=[asked["skill"]])
        if asked.get("welsh"):
            rows = rows.filter(welsh=asked["welsh"])
        if asked.get("free"):
            rows = rows.filter(pk__in=available(on).values("pk"))
        return rows if asked.get("left") else rows.filter(left_on=None)


class EntryForm(Form):
    """What the register says of one reviewer."""

    person = PersonChoice(
        label=_("Person"),
        help_text=_(
            "Choose somebody from the Board's list of people. If they are not on it, add"
            " them there first."
        ),
        queryset=Person.objects.none(),
    )
    skills = forms.MultipleChoiceField(
        label=_("Skills"),
        choices=Skill.choices,
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    experience = PlainTextField(
        label=_("Particular experience"),
        help_text=_("Such as work with a language, an ethnic group, a religion or disability."),
        widget=forms.Textarea(attrs={"rows": 3}),
        required=False,
        max_length=4000,
    )
    welsh = forms.ChoiceField(
        label=_("Speaks Welsh"), choices=Welsh.choices, required=False, widget=forms.RadioSelect
    )
    other_languages = PlainTextField(label=_("Other languages"), required=False, max_length=200)
    available_from_on = DateField(label=_("Available from"), required=False)
    available_until_on = DateField(label=_("Available until"), required=False)
    availability = PlainTextField(
        label=_("More about availability"),
        widget=forms.Textarea(attrs={"rows": 2}),
        required=False,
        max_length=1000,
    )
    employers = PlainTextField(
        label=_("Declared employers"),
        help_text=_(
            "Enter current and recent employers, one on each line. We use them to judge"
            " independence."
        ),
        widget=forms.Textarea(attrs={"rows": 3}),
        required=False,
        max_length=4000,
    )
    mentor = PersonChoice(
        label=_("Mentor"),
        help_text=_("Concise reviews are also used to develop new reviewers."),
        queryset=Person.objects.none(),
        required=False,
        empty_label=_("Nobody"),
    )
    done_before = forms.IntegerField(
        label=_("Number of reviews completed that are not in this system"),
        min_value=0,
        max_value=999,
        required=False,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "class": "govuk-input--width-4"}),
        error_messages={
            "invalid": _("Give a whole number."),
            "min_value": _("Give a whole number."),
            "max_value": _("Check the number: it is too large."),
        },
    )
    version = forms.IntegerField(widget=forms.HiddenInput, required=False, min_value=0)

    def __init__(
        self, *args: Any, board: Board, reviewer: Reviewer | None = None, **kwargs: Any
    ) -> None:
        if reviewer is not None:
            kwargs["initial"] = {name: getattr(reviewer, name) for name in (*FACTS, "version")}
        super().__init__(*args, **kwargs)
        self.reviewer = reviewer
        listed = Person.objects.of_board(board, clock.today())
        self.fields["mentor"].queryset = listed  # type: ignore[attr-defined]  # a ModelChoiceField
        if reviewer is not None:
            del self.fields["person"]
        else:
            taken = Reviewer.objects.filter(board=board, left_on=None)
            self.fields["person"].queryset = listed.exclude(  # type: ignore[attr-defined]
                pk__in=taken.values("person")
            )

    def clean(self) -> dict[str, Any]:
        facts = super().clean()
        first, last = facts.get("available_from_on"), facts.get("available_until_on")
        if first and last and last < first:
            self.add_error("available_until_on", _("This is before the first day."))
        person = self.reviewer.person if self.reviewer else facts.get("person")
        if person and facts.get("mentor") == person:
            self.add_error(
                "mentor", _("Somebody cannot be their own mentor. Choose somebody else.")
            )
        return facts

    def facts(self) -> dict[str, Any]:
        facts = {name: self.cleaned_data[name] for name in FACTS}
        return facts | {"done_before": facts["done_before"] or 0}


class TrainingForm(Form):
    what = PlainTextField(label=_("Subject of the training"), max_length=200)
    trained_on = DateField(label=_("When"), latest=clock.today)


class LeaveForm(Form):
    why = PlainTextField(label=_("Why"), widget=forms.Textarea(attrs={"rows": 2}), max_length=1000)
