"""Forms of the referral stage."""

import uuid
from typing import Any

from django import forms
from django.forms.boundfield import BoundField
from django.utils.translation import gettext_lazy as _

from boards.models import Board
from common import clock
from common.answers import IT_COULD_BE, WAS_DONE
from common.forms import DateField, Form, PlainTextField
from reviews.models import Harm, Source, YesNo
from reviews.referral.fields import CaseFields, ReferrerFields, lines
from reviews.versions import VersionedForm


class LogReferralForm(Form):
    """What was said on the telephone, in a minute."""

    key = forms.UUIDField(widget=forms.HiddenInput, required=False)
    seen = forms.CharField(widget=forms.HiddenInput, required=False, max_length=64)
    board = forms.ModelChoiceField(
        label=_("Board"), queryset=Board.objects.none(), empty_label=None
    )
    on = DateField(label=_("Received on"))
    source = forms.ChoiceField(
        label=_("How it came"), choices=Source, widget=forms.RadioSelect, initial=Source.TELEPHONE
    )
    referrer = PlainTextField(
        label=_("Who referred it"),
        help_text=_("The professional and their agency."),
        required=False,
        max_length=200,
    )
    sentence = PlainTextField(
        label=_("What it is about, in a sentence"),
        help_text=_("Do not include names. You can record them separately once the case is open."),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=2000,
    )
    harm = forms.ChoiceField(
        label=_("What happened to the child"),
        choices=Harm,
        widget=forms.RadioSelect,
        required=False,
    )
    event_on = DateField(label=_("Date of the event"), required=False)
    child_name = PlainTextField(
        label=_("The child's full name, if it is known"),
        help_text=_(
            "We use this to check whether there is already a case about the same child. It"
            " is encrypted and stored separately."
        ),
        max_length=120,
        required=False,
    )
    born_on = DateField(
        label=_("The child's date of birth, if it is known"), required=False, latest=clock.today
    )
    is_new = forms.BooleanField(label=_("This is a different case: log it"), required=False)

    def __init__(self, *args: Any, boards: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["board"].queryset = boards  # type: ignore[attr-defined]
        self.fields["key"].initial = uuid.uuid4()
        self.fields["on"].initial = clock.today()
        if len(boards) == 1:
            self.fields["board"].initial = boards[0]
            self.fields["board"].widget = forms.HiddenInput()

    def standing_fields(self) -> list[BoundField]:
        """The last question stands beside what was found, where something was."""
        return [field for field in super().standing_fields() if field.name != "is_new"]


class CompleteForm(ReferrerFields, CaseFields, VersionedForm):
    """All that a referral may say, as it becomes known. None of it is needed today."""

    might_be_forum = forms.ChoiceField(
        label=_("Could it be a multi-agency professional forum instead?"),
        choices=IT_COULD_BE.box,
        widget=forms.RadioSelect,
        required=False,
    )
    prudic = forms.ChoiceField(
        label=_("Was a PRUDiC meeting held?"),
        help_text=_("Procedural response to an unexpected death in childhood."),
        choices=WAS_DONE.box,
        widget=forms.RadioSelect,
        required=False,
    )
    prudic_on = DateField(label=_("Date of the PRUDiC meeting"), required=False, latest=clock.today)
    media_interest = PlainTextField(
        label=_("Media interest"),
        help_text=_("You can answer “None known”."),
        widget=lines(2),
        max_length=2000,
        required=False,
    )
    texts = (
        "circumstances",
        "why_criteria",
        "agencies_known",
        "proceedings_known",
        "media_interest",
    )
    reveals = {"prudic": {YesNo.YES.value: ["prudic_on"]}}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["on"].label = _("Date of this information")
