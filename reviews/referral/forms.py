"""Forms of the referral stage."""

import uuid
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from boards.models import Board
from common import clock
from common.forms import DateField, Form, PlainTextField
from reviews.models import Harm, Source


class LogReferralForm(Form):
    """What was said on the telephone, in a minute."""

    key = forms.UUIDField(widget=forms.HiddenInput, required=False)
    board = forms.ModelChoiceField(
        label=_("Board"), queryset=Board.objects.none(), empty_label=None
    )
    on = DateField(label=_("Received on"))
    source = forms.ChoiceField(
        label=_("How it came"), choices=Source, widget=forms.RadioSelect, initial=Source.TELEPHONE
    )
    referrer = PlainTextField(
        label=_("Who referred it"),
        help_text=_("The professional and their agency."),
        required=False,
        max_length=200,
    )
    sentence = PlainTextField(
        label=_("What it is about, in a sentence"),
        help_text=_("No names: they are recorded apart, once the case is open."),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=2000,
    )
    harm = forms.ChoiceField(
        label=_("What happened to the child"),
        choices=Harm,
        widget=forms.RadioSelect,
        required=False,
    )
    event_on = DateField(label=_("Date of the event"), required=False)

    def __init__(self, *args: Any, boards: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["board"].queryset = boards  # type: ignore[attr-defined]
        self.fields["key"].initial = uuid.uuid4()
        self.fields["on"].initial = clock.today()
        if len(boards) == 1:
            self.fields["board"].initial = boards[0]
            self.fields["board"].widget = forms.HiddenInput()
