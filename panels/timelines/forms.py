"""Forms about the agencies' timelines."""

import datetime as dt
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from boards.models import Agency, Person
from common import clock
from common.forms import DateField, PlainTextField
from deadlines.board_rules import proposed_on
from guidance.targets import AGENCY_RETURNS
from panels.models import AgencyReturn, ReturnState
from panels.models.agency_return import COVER, GONE_WITHOUT, OPEN
from panels.timelines.services import NOT_LATER
from reviews.forms import DeedForm
from reviews.models import Appointment, Review
from reviews.people.forms import PersonChoice, board_agencies, board_people


def not_yet_asked(review: Review) -> Any:
    """The partners of the board that no timeline has been asked of."""
    asked = AgencyReturn.objects.filter(review=review)
    return board_agencies(review).exclude(pk__in=asked.values("agency"))


class AskedForm(DeedForm):
    """By when the timelines are wanted."""

    due_on = DateField(label=_("Due by"), help_text=_("The panel sets this date."))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["on"].label = _("Asked on")
        self.fields["due_on"].initial = proposed_on(
            self.review.board_id, AGENCY_RETURNS.key, clock.today()
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
        return facts


class AskAgenciesForm(AskedForm):
    """Which agencies are asked. Those with somebody on the panel are ticked already."""

    agencies = forms.ModelMultipleChoiceField(
        label=_("Agencies"),
        queryset=Agency.objects.none(),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Choose at least one agency.")},
    )
    field_order = ["key", "opened_at", "decided_by", "agencies", "due_on", "on", "reason"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["agencies"].queryset = not_yet_asked(self.review)  # type: ignore[attr-defined]
        self.fields["agencies"].initial = Appointment.objects.filter(
            review=self.review, until_on=None, agency__isnull=False
        ).values_list("agency", flat=True)
        self.order_fields(self.field_order)


class AskAnotherForm(AskedForm):
    """Which further agency is asked."""

    agency = forms.ModelChoiceField(label=_("Agency"), queryset=Agency.objects.none())
    field_order = ["key", "opened_at", "decided_by", "agency", "due_on", "on", "reason"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["agency"].queryset = not_yet_asked(self.review)  # type: ignore[attr-defined]
        self.order_fields(self.field_order)


def text(label: Any, rows: int = 4, **words: Any) -> PlainTextField:
    """A box for running text."""
    words = {"max_length": 20000} | words
    return PlainTextField(label=label, widget=forms.Textarea(attrs={"rows": rows}), **words)


class GiveReturnForm(DeedForm):
    """The cover of an agency's timeline, or that there is nothing to return.

    In four steps of one page (`steps`): what comes back, where was looked, what it shows, who.
    """

    author = PersonChoice(
        label=_("Who wrote it"),
        help_text=_(
            "You are recording this on behalf of the agency. The history will name the author."
        ),
        queryset=Person.objects.none(),
    )
    state = forms.ChoiceField(
        label=_("What the agency is returning"),
        choices=[
            (ReturnState.RETURNED.value, _("The agency's timeline")),
            (ReturnState.NIL.value, _("Nothing: the agency has no record of the family")),
        ],
        widget=forms.RadioSelect,
    )
    entries = forms.IntegerField(
        label=_("Entries in the timeline"),
        min_value=1,
        max_value=100000,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "class": "govuk-input--width-4"}),
        error_messages={
            "invalid": _("Give a whole number."),
            "min_value": _("Give a number of at least 1."),
            "max_value": _("Check the number: it is too large."),
        },
    )
    background = text(
        _("Background"),
        help_text=_("What the agency did, and what it knew beforehand. Use pseudonyms only."),
        required=False,
    )
    analysis = text(
        _("Brief analysis"),
        8,
        help_text=_(
            "Summarise what the timeline shows. Use roles, not the names of staff or family."
        ),
    )
    good_practice = text(_("Good practice"), required=False)
    recommendations = text(
        _("Recommendations"),
        help_text=_("What the agency itself plans to do, or has already done."),
        required=False,
    )
    searched = text(_("Systems and records searched"), 3, max_length=5000)
    missing = text(
        _("Records missing, and why"),
        3,
        help_text=_("Leave this blank if no records are missing."),
        max_length=5000,
        required=False,
    )
    was_involved = forms.ChoiceField(
        label=_("Was the author involved in the case?"),
        help_text=_("In working with the child or family, or in overseeing that work."),
        choices=[("no", _("No, no part in it")), ("yes", _("Yes, as described here"))],
        widget=forms.RadioSelect,
    )
    involvement = text(_("The author's part in the case"), 2, max_length=2000)
    reveals = {
        "state": {
            ReturnState.RETURNED.value: [
                "entries",
                "background",
                "analysis",
                "good_practice",
                "recommendations",
            ]
        },
        "was_involved": {"yes": ["involvement"]},
    }

    def __init__(
        self, *args: Any, agency_return: AgencyReturn, on_behalf: bool, **kwargs: Any
    ) -> None:
        kwargs.setdefault("initial", standing(agency_return))
        super().__init__(*args, **kwargs)
        # What was quicker here is another answer to this return, whatever the review's stage.
        self.fields["opened_at"].initial = agency_return.answer_code
        self.fields["on"].label = _("Returned on")
        if on_behalf:
            self.fields["author"].queryset = board_people(self.review)  # type: ignore[attr-defined]
        else:
            del self.fields["author"]
        first = ["key", "opened_at", "state", *self.reveals["state"][ReturnState.RETURNED.value]]
        self.order_fields([*first, "searched", "missing", "author", "was_involved", "involvement"])

    def facts(self) -> dict[str, Any]:
        facts = super().facts()
        return facts | {"was_involved": facts["was_involved"] == "yes"}


def standing(row: AgencyReturn) -> dict[str, Any]:
    """What a correction starts from."""
    if not row.has_come:
        return {}
    involved = "" if row.was_involved is None else "yes" if row.was_involved else "no"
    return {name: getattr(row, name) for name in COVER} | {"was_involved": involved}


class ReturnChoice(forms.ModelChoiceField):  # type: ignore[type-arg]  # not generic at run time
    """A return by its agency and how it stands."""

    def label_from_instance(self, obj: Any) -> str:
        return f"{obj.agency} · {obj.get_state_display()}"


class ExtendForm(DeedForm):
    """Which agency gets more time, until when, and why."""

    agency_return = ReturnChoice(
        label=_("Agency"), queryset=AgencyReturn.objects.none(), empty_label=None
    )
    until_on = DateField(label=_("New due date"))
    why = PlainTextField(label=_("Why"), widget=forms.Textarea(attrs={"rows": 3}), max_length=2000)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["on"].label = _("Agreed on")
        self.fields["agency_return"].queryset = AgencyReturn.objects.filter(  # type: ignore[attr-defined]
            review=self.review, state__in=OPEN
        ).select_related("agency")

    def clean(self) -> dict[str, Any]:
        facts = super().clean()
        row, until_on = facts.get("agency_return"), facts.get("until_on")
        if row and until_on and until_on <= row.due_on:
            self.add_error("until_on", str(NOT_LATER.sentence))
        return facts


class WaiveForm(DeedForm):
    """Which timeline the review goes on without, and whether it is still expected."""

    agency_return = ReturnChoice(
        label=_("Agency"), queryset=AgencyReturn.objects.none(), empty_label=None
    )
    state = forms.ChoiceField(
        label=_("What is decided"),
        choices=[(state.value, state.label) for state in GONE_WITHOUT],
        widget=forms.RadioSelect,
    )
    why = PlainTextField(
        label=_("Why the review is continuing without it"),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=2000,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["agency_return"].queryset = AgencyReturn.objects.filter(  # type: ignore[attr-defined]
            review=self.review, state__in=OPEN
        ).select_related("agency")
