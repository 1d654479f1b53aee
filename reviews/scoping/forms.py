"""Forms of the scoping request: whom to ask, and the agency's short answer."""

import datetime as dt
from typing import Any

from django import forms
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from boards.models import Agency, Person
from common.deeds import Answer
from common.forms import DateField, PlainTextField
from reviews.forms import DeedForm
from reviews.models import Channel, Review, ScopingReturn, ScopingState
from reviews.people.forms import PersonChoice
from reviews.scoping.querysets import not_yet_asked, people_of


class AskScopingForm(DeedForm):
    """Which agencies are asked, through whom, about which period, until when."""

    agencies = forms.MultipleChoiceField(
        label=_("Agencies"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Choose at least one agency.")},
    )
    period_from_on = DateField(label=_("Period to cover: from"), required=False)
    period_until_on = DateField(label=_("Period to cover: until"), required=False)
    due_on = DateField(label=_("Due by"))

    def __init__(self, *args: Any, review: Review, **kwargs: Any) -> None:
        self.open_agencies = {str(a.pk): a for a in not_yet_asked(review)}
        people = people_of([*self.open_agencies.values()], review)
        self.reveals = {"agencies": {key: [f"person_{key}"] for key in self.open_agencies}}
        super().__init__(*args, review=review, **kwargs)
        chooser = self.fields["agencies"]
        assert isinstance(chooser, forms.MultipleChoiceField)
        chooser.choices = [(key, str(agency)) for key, agency in self.open_agencies.items()]
        for key, agency in self.open_agencies.items():
            self.fields[f"person_{key}"] = PersonChoice(
                label=format_lazy("{}: {}", agency, _("who is asked")),
                help_text=_(
                    "We email them a link. Leave blank if you will phone and record the"
                    " answer yourself."
                ),
                queryset=Person.objects.filter(pk__in=[p.pk for p in people[agency.pk]]),
                required=False,
            )
        self.fields["on"].label = _("Asked on")
        self.order_fields(
            [
                *("key", "opened_at", "agencies", "period_from_on", "period_until_on"),
                *("due_on", "on", "reason"),
            ]
        )

    def clean(self) -> dict[str, Any]:
        facts = super().clean()
        on, due_on = facts.get("on"), facts.get("due_on")
        if isinstance(on, dt.date) and isinstance(due_on, dt.date) and due_on < on:
            self.add_error(
                "due_on",
                _(
                    "This date is before the date on which the agencies are asked. Check both"
                    " dates."
                ),
            )
        first, last = facts.get("period_from_on"), facts.get("period_until_on")
        if first and last and last < first:
            self.add_error(
                "period_until_on", _("The period ends before it begins. Check both dates.")
            )
        return facts

    def facts(self) -> dict[str, Any]:
        facts = self.cleaned_data
        asked: dict[Agency, Person | None] = {
            self.open_agencies[key]: facts.get(f"person_{key}") for key in facts["agencies"]
        }
        kept = ("period_from_on", "period_until_on", "due_on")
        return {"agencies": asked} | {name: facts[name] for name in kept}


def words(label: Any, help_text: Any = "", rows: int = 3) -> PlainTextField:
    return PlainTextField(
        label=label,
        help_text=help_text,
        widget=forms.Textarea(attrs={"rows": rows}),
        max_length=5000,
        required=False,
    )


class AnswerScopingForm(DeedForm):
    """The agency's short answer. By office it is recorded for the agency, and how it came."""

    state = forms.ChoiceField(
        label=_("Does the agency know the child or the family?"),
        choices=[
            (ScopingState.ANSWERED.value, _("Yes: something is known")),
            (ScopingState.NOTHING_KNOWN.value, _("No: nothing is known")),
        ],
        widget=forms.RadioSelect,
    )
    contact = PlainTextField(
        label=_("What contact the agency had in this period"),
        help_text=_("A short summary. Use pseudonyms and roles, not names."),
        widget=forms.Textarea(attrs={"rows": 5}),
        max_length=5000,
    )
    register = words(
        _("Child protection register, looked after"),
        _("On it, or looked after, at any time? From when until when, as far as known."),
    )
    proceedings = words(
        _("Other proceedings that are known"),
        _("Police, coroner, care or disciplinary proceedings. Give only their current status."),
    )
    actions = words(_("What was done immediately, and what is still needed to keep children safe"))
    who_can_say = words(_("Who in the agency can say more"), _("Name, post, telephone."), 2)
    answered_by = PlainTextField(label=_("Who answered for the agency"), max_length=160)
    channel = forms.ChoiceField(
        label=_("How the answer came"),
        choices=[(each.value, each.label) for each in Channel if each != Channel.PAGE],
        widget=forms.RadioSelect,
    )
    reveals = {
        "state": {
            ScopingState.ANSWERED.value: [
                *("contact", "register", "proceedings", "actions", "who_can_say")
            ],
        }
    }

    def __init__(
        self, *args: Any, row: ScopingReturn, is_own: bool, answer: Answer, **kwargs: Any
    ) -> None:
        super().__init__(*args, answer=answer, **kwargs)
        self.fields["opened_at"].initial = row.state
        self.fields["on"].label = _("Answered on")
        if is_own:
            del self.fields["answered_by"], self.fields["channel"]
        else:
            chooser = self.fields["state"]
            assert isinstance(chooser, forms.ChoiceField)
            chooser.choices = [
                *chooser.choices,  # type: ignore[misc]
                (
                    ScopingState.NOT_ANSWERED.value,
                    _("No answer: the sub-group will continue without it"),
                ),
            ]
            self.fields["answered_by"].required = self.fields["channel"].required = False
            self.sometimes_needed = ("answered_by", "channel")

    def clean(self) -> dict[str, Any]:
        facts = super().clean()
        came = facts.get("state") in (ScopingState.ANSWERED, ScopingState.NOTHING_KNOWN)
        if came and "channel" in self.fields:
            if not facts.get("answered_by") and "answered_by" not in self.errors:
                self.add_error("answered_by", str(_("Enter who answered for the agency.")))
            if not facts.get("channel") and "channel" not in self.errors:
                self.add_error("channel", str(_("Choose one of these.")))
        return facts
