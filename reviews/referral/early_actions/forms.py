"""The form about what was done at once."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from boards.models import Agency
from common.forms import PlainTextField
from reviews.forms import DeedForm
from reviews.models import EarlyActionKind
from reviews.people.forms import board_agencies
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
        help_text=_("Needed where the agency is not in the list."),
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
        named = bool(facts.get("agency")) or "agency" in self.errors
        if not named and not facts.get("other_agency") and "other_agency" not in self.errors:
            self.add_error("other_agency", _("Choose an agency, or name another one."))
        return facts
