"""The questions of a referral, as every form that asks them words them."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from boards.models import Language
from common import clock
from common.answers import THEY_ARE
from common.forms import DateField, Form, PlainTextField
from reviews.models import Abuse, Harm

PSEUDONYMS_ONLY = _("Pseudonyms only: no names of children or family.")


def lines(rows: int) -> forms.Textarea:
    return forms.Textarea(attrs={"rows": rows})


class EmailField(forms.EmailField):
    """An e-mail address, with one sentence for whatever is wrong with it."""

    def __init__(self, **kwargs: Any) -> None:
        wrong = _("Enter an e-mail address, such as name@example.wales.")
        words: Any = {
            "widget": forms.EmailInput(attrs={"autocomplete": "email", "spellcheck": "false"}),
            "error_messages": {"invalid": wrong},
            "max_length": 254,
        }
        super().__init__(**words | kwargs)

    def clean(self, value: Any) -> Any:
        """Django asks three validators; a person needs one sentence."""
        try:
            return super().clean(value)
        except forms.ValidationError as wrong:
            if {each.code for each in wrong.error_list} == {"required"}:
                raise
            raise forms.ValidationError(self.error_messages["invalid"], code="invalid") from None


class ReferrerFields(Form):
    """Who made the referral, and how they can be told what became of it."""

    referrer = PlainTextField(label=_("Who referred it"), max_length=200, required=False)
    referrer_role = PlainTextField(label=_("Their role"), max_length=120, required=False)
    referrer_agency = PlainTextField(label=_("Their agency"), max_length=160, required=False)
    referrer_email = EmailField(label=_("Their e-mail address"), required=False)
    referrer_telephone = PlainTextField(label=_("Their telephone"), max_length=40, required=False)
    referrer_language = forms.ChoiceField(
        label=_("Their preferred language"),
        choices=Language,
        widget=forms.RadioSelect,
        required=False,
        help_text=_("If you do not know, we write in both languages, Welsh first."),
    )
    referrer_on_board = forms.ChoiceField(
        label=_("Are they a member of the Board?"),
        choices=THEY_ARE.box,
        widget=forms.RadioSelect,
        required=False,
    )


class CaseFields(Form):
    """What happened, and why it may meet the criteria."""

    harm = forms.ChoiceField(
        label=_("What happened to the child"),
        choices=Harm,
        widget=forms.RadioSelect,
        required=False,
    )
    event_on = DateField(label=_("Date of the event"), required=False, latest=clock.today)
    identified_on = DateField(
        label=_("Date on which the harm was identified"),
        help_text=_("For an impairment, we count the six months back from this date."),
        required=False,
        latest=clock.today,
    )
    abuse = forms.MultipleChoiceField(
        label=_("Abuse or neglect that is known or suspected"),
        choices=Abuse,
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    circumstances = PlainTextField(
        label=_("The circumstances"),
        help_text=PSEUDONYMS_ONLY,
        widget=lines(6),
        max_length=10000,
        required=False,
    )
    why_criteria = PlainTextField(
        label=_("Why it may meet the criteria for a review"),
        help_text=PSEUDONYMS_ONLY,
        widget=lines(4),
        max_length=10000,
        required=False,
    )
    agencies_known = PlainTextField(
        label=_("Agencies that knew the child or family"),
        widget=lines(3),
        max_length=4000,
        required=False,
    )
    proceedings_known = PlainTextField(
        label=_("Other proceedings that are known"),
        help_text=_("Police, coroner, care proceedings, other reviews."),
        widget=lines(3),
        max_length=4000,
        required=False,
    )
