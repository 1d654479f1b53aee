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
        label=_("Is this what you decided or did?"),
        choices=[(YES, _("Yes, it is so")), (NO, _("No, it is not so"))],
        widget=forms.RadioSelect,
    )
    why = PlainTextField(
        label=_("What is not so"),
        help_text=_("Whoever recorded it reads this. Pseudonyms only."),
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
        label=_("What the papers show"),
        help_text=_(
            "For example: the minute or the e-mail says so, or nothing was found. Pseudonyms only."
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
        help_text=_("For example: the day was corrected, or you agreed that it stands."),
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=4000,
    )
