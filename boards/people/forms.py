"""Forms about a person on a board's list."""

import datetime as dt
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from boards.models import Agency, Board, Language
from common import clock
from common.forms import DateField, Form, PlainTextField

LANGUAGES = [
    (Language.WELSH, _("In Welsh")),
    (Language.ENGLISH, _("In English")),
    (Language.UNKNOWN, _("Not known (we write in both languages)")),
]


def partners(board: Board, on: dt.date) -> QuerySet[Agency]:
    """The agencies that are partners of the board that day."""
    return Agency.objects.filter(pk__in=board.partnerships.current(on).values("agency"))


class DetailsForm(Form):
    name = PlainTextField(label=_("Name"), max_length=120)
    email = forms.EmailField(
        label=_("E-mail address"),
        help_text=_("The person's own work e-mail address. We send invitations and notices there."),
        widget=forms.EmailInput(attrs={"autocomplete": "off"}),
    )
    title = PlainTextField(label=_("Post"), max_length=120, required=False)
    language = forms.ChoiceField(
        label=_("Preferred language"),
        choices=LANGUAGES,
        required=False,
        widget=forms.RadioSelect,
        initial=Language.UNKNOWN,
    )


class AddPersonForm(DetailsForm):
    agency = forms.ModelChoiceField(
        Agency.objects.none(), label=_("Agency"), required=False, empty_label=_("None of these")
    )

    def __init__(self, *args: Any, board: Board, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["agency"].queryset = partners(board, clock.today())  # type: ignore[attr-defined]  # a ModelChoiceField


class JoinAgencyForm(Form):
    agency = forms.ModelChoiceField(Agency.objects.none(), label=_("Agency"))
    from_on = DateField(label=_("Works there since"), latest=clock.today)

    def __init__(self, *args: Any, board: Board, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["agency"].queryset = partners(board, clock.today())  # type: ignore[attr-defined]  # a ModelChoiceField


class LastDayForm(Form):
    until_on = DateField(label=_("Last day"))
