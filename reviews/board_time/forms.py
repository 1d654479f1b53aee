"""Forms of a board's time."""

import datetime as dt
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from common import clock
from common.forms import DateField, Form, PlainTextField
from deadlines.models import LONGEST_CLOSURE, MOST
from guidance.milestones import ENDS_OF_A_REVIEW
from guidance.targets import UNITS

EARLIEST, LATEST = dt.date(2013, 1, 1), dt.date(2100, 12, 31)
OUT_OF_RANGE = _("Give a day between 1 January 2013 and 31 December 2100.")


class WithinReach(Form):
    """Days that a board may plan with."""

    def clean(self) -> dict[str, Any]:
        given: dict[str, Any] = super().clean()
        for name, day in given.items():
            if isinstance(day, dt.date) and not EARLIEST <= day <= LATEST:
                self.add_error(name, str(OUT_OF_RANGE))
        return given


class TargetForm(WithinReach):
    value = forms.IntegerField(
        label=_("Number"),
        min_value=1,
        max_value=MOST,
        required=False,
        help_text=_("Leave it empty if this is no target of the board, or no longer."),
        widget=forms.NumberInput(attrs={"class": "govuk-input--width-4", "inputmode": "numeric"}),
    )
    unit = forms.ChoiceField(
        label=_("Counted in"),
        choices=[(str(unit), _(unit.label)) for unit in UNITS],
        widget=forms.RadioSelect,
    )
    from_on = DateField(
        label=_("Holds from"),
        help_text=_(
            "It holds for what begins to count on this day or later. A day in the past takes in"
            " what runs already."
        ),
    )


class ClosureForm(WithinReach):
    from_on = DateField(label=_("First day"))
    until_on = DateField(label=_("Last day"))
    name = PlainTextField(label=_("What for"), max_length=80)

    def clean(self) -> dict[str, Any]:
        given = super().clean()
        first, last = given.get("from_on"), given.get("until_on")
        if first and last and not self.errors:
            if last < first:
                self.add_error("until_on", str(_("The last day is before the first.")))
            elif (last - first).days >= LONGEST_CLOSURE:
                self.add_error("until_on", str(_("A closure is shorter than 60 days.")))
        return given


class EndForm(Form):
    end = forms.ChoiceField(
        label=_("The six months are counted to"),
        choices=[(str(each), _(each.label)) for each in ENDS_OF_A_REVIEW],
        widget=forms.RadioSelect,
    )


class AnnualReportForm(Form):
    published_on = DateField(label=_("Published on"))

    def clean(self) -> dict[str, Any]:
        given: dict[str, Any] = super().clean()
        day = given.get("published_on")
        if day and not EARLIEST <= day <= clock.today():
            self.add_error("published_on", str(_("Give a day that has come.")))
        return given
