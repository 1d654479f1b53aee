"""The code, typed."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from common.forms import Form


class TaskCodeForm(Form):
    code = forms.CharField(
        label=_("Code"),
        max_length=20,
        widget=forms.TextInput(
            attrs={
                "inputmode": "numeric",
                "autocomplete": "one-time-code",
                "class": "govuk-input--width-10",
            }
        ),
    )

    def clean_code(self) -> Any:
        return "".join(self.cleaned_data["code"].split())
