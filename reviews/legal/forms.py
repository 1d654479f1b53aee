"""Forms of the log of legal advice."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from boards.models import Person
from common.forms import PlainTextField
from common.uploads.field import UploadField
from reviews.documents.forms import PSEUDONYMS
from reviews.forms import DeedForm
from reviews.models import AdviceAbout
from reviews.people.forms import PersonChoice, board_people


class AskForm(DeedForm):
    """Who asked, and about what."""

    about = forms.ChoiceField(
        label=_("What the advice is about"), choices=AdviceAbout, widget=forms.RadioSelect
    )
    asked_by = PersonChoice(label=_("Who asked"), queryset=Person.objects.none())
    question = PlainTextField(
        label=_("The question"),
        help_text=PSEUDONYMS,
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=4000,
        required=False,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["asked_by"].queryset = board_people(self.review)  # type: ignore[attr-defined]
        self.fields["on"].label = _("Asked on")


class GiveForm(DeedForm):
    """Who advised, when, and the paper."""

    given_by = PlainTextField(
        label=_("Who advised"),
        help_text=_("The solicitor or the legal service."),
        max_length=160,
    )
    upload = UploadField(label=_("The advice as a paper"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["on"].label = _("Given on")
