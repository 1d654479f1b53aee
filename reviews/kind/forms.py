"""The form that changes the type of a review."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from common.forms import PlainTextField
from reviews.forms import DeedForm


class ChangeKindForm(DeedForm):
    """Only the reasons: there are two types, so the other one is meant. `was` is the type that the
    page showed, so that two who change it at once do not change it back."""

    was = forms.CharField(widget=forms.HiddenInput, required=False, max_length=10)
    reasons = PlainTextField(
        label=_("Reasons"),
        help_text=_("Welsh Government is told of them."),
        widget=forms.Textarea(attrs={"rows": 5}),
        max_length=10000,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["was"].initial = self.review.kind
