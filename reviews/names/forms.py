"""Forms about names: who somebody is, and the search."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from common.forms import Form, PlainTextField
from reviews.children.forms import NAME_IN_PSEUDONYM, holds_name
from reviews.forms import DeedForm


class NamesForm(DeedForm):
    """Who a child or a relative is. All of it is encrypted."""

    full_name = PlainTextField(
        label=_("Full name"),
        help_text=_(
            "This is encrypted and stored separately. We record each time somebody looks at it."
        ),
        max_length=120,
    )
    other_names = PlainTextField(
        label=_("Other names"),
        help_text=_("Earlier names, other spellings, what they are called."),
        max_length=200,
        required=False,
    )
    born_on = PlainTextField(
        label=_("Date of birth"), help_text=_("Such as 27 3 2019."), max_length=40, required=False
    )
    died_on = PlainTextField(
        label=_("Date of death"), help_text=_("Such as 27 3 2024."), max_length=40, required=False
    )
    numbers = PlainTextField(
        label=_("Numbers in records"),
        help_text=_("NHS, social care, school. One a line."),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=1000,
        required=False,
    )
    contact = PlainTextField(
        label=_("Address and how to reach them"),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=1000,
        required=False,
    )

    def __init__(self, *args: Any, pseudonym: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.pseudonym = pseudonym
        self.fields["on"].label = _("Date of this entry")

    def clean_full_name(self) -> str:
        name = str(self.cleaned_data["full_name"])
        if holds_name(self.pseudonym, name):
            raise forms.ValidationError(NAME_IN_PSEUDONYM)
        return name


class SearchForm(Form):
    """Name or day of birth. It is posted: a name stands in no address."""

    name = PlainTextField(
        label=_("Name"),
        help_text=_("In any spelling of accents. With two parts of a name, two must fit."),
        max_length=120,
        required=False,
    )
    born_on = PlainTextField(
        label=_("Date of birth"), help_text=_("Such as 27 3 2019."), max_length=40, required=False
    )

    def clean(self) -> dict[str, Any]:
        facts = super().clean()
        if not self.errors and not facts.get("name") and not facts.get("born_on"):
            self.add_error("name", _("Give a name or a date of birth."))
        return facts
