"""The two answers to what was recorded for oneself, and the answer to a dispute."""

import uuid
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from common.forms import Form, PlainTextField
from reviews.forms import DoneNowForm

YES, NO = "yes", "no"


class ConfirmForm(Form):
    """Yes, or not so with the reason."""

    key = forms.UUIDField(widget=forms.HiddenInput, required=False)
    answer = forms.ChoiceField(
        label=_("Is this a correct record of what you decided or did?"),
        choices=[(YES, _("Yes, this is correct")), (NO, _("No, this is wrong"))],
        widget=forms.RadioSelect,
    )
    why = PlainTextField(
        label=_("What is wrong"),
        help_text=_("The person who recorded it will read this. Use pseudonyms only."),
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=4000,
    )
    reveals = {"answer": {NO: ["why"]}}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["key"].initial = uuid.uuid4()


class LeftForm(Form):
    """What a successor can say of what they did not decide themselves."""

    key = forms.UUIDField(widget=forms.HiddenInput, required=False)
    how = PlainTextField(
        label=_("What the records show"),
        help_text=_(
            "For example: the minutes or the e-mail confirm it, or nothing was found. Use"
            " pseudonyms only."
        ),
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=4000,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["key"].initial = uuid.uuid4()


class SettleForm(DoneNowForm):
    """What was done about it."""

    how = PlainTextField(
        label=_("What was done about it"),
        help_text=_(
            "For example: the date was corrected, or you agreed that the record is correct."
        ),
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=4000,
    )
