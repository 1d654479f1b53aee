"""The reason for holding what goes up."""

from django import forms
from django.utils.translation import gettext_lazy as _

from common.forms import PlainTextField
from reviews.forms import DoneNowForm


class HoldForm(DoneNowForm):
    why = PlainTextField(
        label=_("Why it is held"),
        help_text=_("Such as: agreed by telephone, an answer comes this week. No names."),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=1000,
    )
