"""The form about what was done at once."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from boards.models import Agency
from common import clock
from common.forms import DateField, PlainTextField
from reviews.forms import DeedForm
from reviews.models import EarlyAction, EarlyActionKind
from reviews.people.forms import board_agencies
from reviews.referral.deeds import Outcome
from reviews.referral.fields import PSEUDONYMS_ONLY, lines


class EarlyActionForm(DeedForm):
    """What was done, by which agency, on which day; and what was learned, if anything yet."""

    kind = forms.ChoiceField(
        label=_("What it was for"), choices=EarlyActionKind, widget=forms.RadioSelect
    )
    what = PlainTextField(
        label=_("What was done"), help_text=PSEUDONYMS_ONLY, widget=lines(4), max_length=4000
    )
    agency = forms.ModelChoiceField(
        label=_("By which agency"),
        queryset=Agency.objects.none(),
        required=False,
        empty_label=_("Another agency"),
    )
    other_agency = PlainTextField(
        label=_("Name of the other agency"),
        help_text=_("Needed if the agency is not in the list."),
        max_length=160,
        required=False,
    )
    learning = PlainTextField(
        label=_("What has been learned already"),
        help_text=PSEUDONYMS_ONLY,
        widget=lines(3),
        max_length=4000,
        required=False,
    )
    sometimes_needed = ("other_agency",)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["agency"].queryset = board_agencies(self.review)  # type: ignore[attr-defined]
        self.fields["on"].label = _("Done on")

    def clean(self) -> dict[str, Any]:
        facts = super().clean()
        if facts.get("outcome") == Outcome.WITHDRAWN:
            return facts
        named = bool(facts.get("agency")) or "agency" in self.errors
        if not named and not facts.get("other_agency") and "other_agency" not in self.errors:
            self.add_error("other_agency", _("Choose an agency, or name another one."))
        return facts


class CorrectEarlyActionForm(EarlyActionForm):
    """What is wrong with a record: it opens as it stands, to be corrected or withdrawn."""

    outcome = forms.ChoiceField(
        label=_("What needs to be done"), choices=Outcome, widget=forms.RadioSelect
    )
    done_on = DateField(label=_("Done on"), latest=clock.today)
    why = PlainTextField(
        label=_("What was wrong"),
        help_text=PSEUDONYMS_ONLY,
        widget=lines(3),
        max_length=2000,
    )
    field_order = ("key", "opened_at", "why", "outcome", "kind", "what", "done_on")
    reveals = {
        "outcome": {
            Outcome.CORRECTED.value: [
                *("kind", "what", "done_on", "agency", "other_agency", "learning")
            ]
        }
    }

    def __init__(self, *args: Any, row: EarlyAction, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("kind", "what", "agency", "other_agency", "learning", "done_on"):
            self.fields[name].initial = getattr(row, name)
        self.fields["on"].label = _("Date corrected")
        self.order_fields(self.field_order)
