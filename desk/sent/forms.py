"""How somebody was told whom no message reached."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from desk.models import Otherwise
from desk.undelivered.forms import AGAIN, AGAIN_HELP
from reviews.forms import OF_THE_DEED, DeedForm


class TellOtherwiseForm(DeedForm):
    how = forms.ChoiceField(
        label=_("How they were told"), choices=Otherwise, widget=forms.RadioSelect
    )

    again = forms.BooleanField(label=AGAIN, help_text=AGAIN_HELP, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.leave_out(OF_THE_DEED - {"key", "opened_at", "on"})
