"""Forms about other proceedings and holds."""

import datetime as dt
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from boards.models import Agency
from common import clock
from common.forms import DateField, PlainTextField
from common.forms.shown import SHOWN
from reviews.documents.forms import PSEUDONYMS
from reviews.forms import OF_THE_DEED, DeedForm
from reviews.models import Hearing, Held, Lead, Proceeding, ProceedingKind
from reviews.people.forms import board_agencies
from reviews.versions import VersionedForm


class ProceedingForm(VersionedForm):
    """One entry of the register."""

    kind = forms.ChoiceField(label=_("Kind of proceedings"), choices=ProceedingKind)
    body = PlainTextField(
        label=_("Body"), help_text=_("The force, court, board or regulator."), max_length=160
    )
    reference = PlainTextField(label=_("Their reference"), max_length=80, required=False)
    contact = PlainTextField(
        label=_("Contact there"),
        help_text=_("Who to ask, by name and post, and how to reach them."),
        max_length=200,
        required=False,
    )
    opened_on = DateField(label=_("Opened on"), latest=clock.today, required=False)
    closed_on = DateField(label=_("Ended on"), latest=clock.today, required=False)
    lead = forms.ChoiceField(
        label=_("Who leads"), choices=Lead, widget=forms.RadioSelect, initial=Lead.NOT_AGREED
    )
    questions = PlainTextField(
        label=_("What it adds to the terms of reference"),
        help_text=PSEUDONYMS,
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=4000,
        required=False,
    )
    questions_told_on = DateField(
        label=_("The panel was told of these questions on"), latest=clock.today, required=False
    )
    childs_interests = PlainTextField(
        label=_("How the child's interests are represented there"),
        help_text=PSEUDONYMS,
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=4000,
        required=False,
    )
    texts = ("body", "reference", "contact", "questions", "childs_interests")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["on"].label = _("Date of this entry")

    def clean(self) -> dict[str, Any]:
        facts = super().clean()
        opened, closed = facts.get("opened_on"), facts.get("closed_on")
        if isinstance(opened, dt.date) and isinstance(closed, dt.date) and closed < opened:
            self.add_error("closed_on", _("This is before the day on which they opened."))
        return facts


class HearingForm(DeedForm):
    """A day on which the other body sits."""

    sits_on = DateField(label=_("Day of the hearing"))
    what = PlainTextField(
        label=_("What kind of hearing"),
        help_text=_("Such as inquest hearing, plea, trial, sentencing, final hearing."),
        max_length=160,
    )
    replaces = forms.ModelChoiceField(
        label=_("Replaces"),
        help_text=_("If a hearing was moved, choose the one that will not take place."),
        queryset=Hearing.objects.none(),
        empty_label=_("A further hearing"),
        required=False,
    )
    field_order = ["key", "opened_at", "sits_on", "what", "replaces", "on"]

    def __init__(self, *args: Any, proceeding: Proceeding, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        standing = proceeding.hearings.filter(replaced_by=None)
        self.fields["replaces"].queryset = standing  # type: ignore[attr-defined]
        self.fields["on"].label = _("Date it became known")
        self.order_fields(self.field_order)


NEXT_LOOK = _("Choose a date to review the hold, so that it does not last longer than it needs to.")


def check_next_look(form: DeedForm, facts: dict[str, Any]) -> None:
    on, next_look_on = facts.get("on"), facts.get("next_look_on")
    if isinstance(on, dt.date) and isinstance(next_look_on, dt.date) and next_look_on <= on:
        form.add_error("next_look_on", _("The review date must be after that date."))


class HoldForm(DeedForm):
    """What is held, who asked, who agreed, and when it is looked at again."""

    held = forms.ChoiceField(
        label=_("What is on hold"),
        help_text=_("The six months continue to run. The hold is shown next to them."),
        choices=Held,
        widget=forms.RadioSelect,
    )
    asked_by = PlainTextField(
        label=_("Who asked for it"), help_text=_("Enter their name and job title."), max_length=160
    )
    agreed_by = PlainTextField(
        label=_("Who agreed on behalf of the review"),
        help_text=_("Enter their name and job title."),
        max_length=160,
    )
    next_look_on = DateField(label=_("Review date"), help_text=NEXT_LOOK)
    field_order = ["key", "opened_at", "held", "asked_by", "agreed_by", "on", "next_look_on"]

    def __init__(self, *args: Any, proceeding: Proceeding, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.proceeding = proceeding
        self.fields["on"].label = _("On hold since")
        self.order_fields(self.field_order)

    def clean(self) -> dict[str, Any]:
        facts = super().clean()
        check_next_look(self, facts)
        standing = self.proceeding.holds.filter(lifted_on=None).values_list("held", flat=True)
        if facts.get("held") in set(standing):
            self.add_error("held", _("This is already on hold for these proceedings."))
        return facts


class LookForm(DeedForm):
    """The hold stands on: until when."""

    next_look_on = DateField(label=_("Review date"), help_text=NEXT_LOOK)
    field_order = ["key", "opened_at", "on", "next_look_on"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["on"].label = _("Reviewed on")
        self.order_fields(self.field_order)

    def clean(self) -> dict[str, Any]:
        facts = super().clean()
        check_next_look(self, facts)
        return facts


class LiftForm(DeedForm):
    """From which day it is no longer held."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["on"].label = _("Ended on")


class StaffMatterForm(DeedForm):
    """Which agency, and when: nothing else is asked, so nothing else can be written."""

    agency = forms.ModelChoiceField(label=_("Agency"), queryset=Agency.objects.none())

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["agency"].queryset = board_agencies(self.review)  # type: ignore[attr-defined]
        self.leave_out(OF_THE_DEED - {"key", "opened_at", SHOWN, "decided_by", "on"})
        self.fields["on"].label = _("Referred on")
