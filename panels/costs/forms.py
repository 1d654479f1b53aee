"""The form of a review's costs."""

from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from common.forms import PlainTextField
from reviews.versions import VersionedForm


class PoundsField(forms.DecimalField):
    """A sum in pounds, as people write it: with or without £, commas and pence."""

    def __init__(self, **kwargs: Any) -> None:
        wrong = _("Enter an amount in pounds, such as 4500 or 4500.50.")
        super().__init__(
            min_value=Decimal(0),
            max_value=Decimal("9999999.99"),
            decimal_places=2,
            required=False,
            widget=forms.TextInput(
                attrs={"inputmode": "decimal", "class": "govuk-input--width-10"}
            ),
            error_messages=dict.fromkeys(
                ("invalid", "min_value", "max_value", "max_decimal_places", "max_digits"), wrong
            ),
            **kwargs,
        )
        for validator in self.validators:
            # The validator of digits has three messages of its own.
            if hasattr(validator, "messages"):
                validator.messages = dict.fromkeys(validator.messages, wrong)

    def to_python(self, value: Any) -> Any:
        if isinstance(value, str):
            value = value.replace("£", "").replace(",", "").replace(" ", "")
        return super().to_python(value)


class CostsForm(VersionedForm):
    """The boxes of the form on costs, and what has been spent."""

    fee = PoundsField(label=_("Agreed fee of the reviewers, in pounds"))
    met_by = PlainTextField(
        label=_("How it is met"),
        widget=forms.Textarea(attrs={"rows": 2}),
        required=False,
        max_length=1000,
    )
    additional = PoundsField(label=_("Additional costs, in pounds"))
    additional_for = PlainTextField(
        label=_("What the additional costs are for"),
        widget=forms.Textarea(attrs={"rows": 2}),
        required=False,
        max_length=1000,
    )
    spent = PoundsField(label=_("Spent so far, in pounds"))
    texts = ("fee", "met_by", "additional", "additional_for", "spent")
