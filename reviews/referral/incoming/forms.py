"""What a co-ordinator answers to a referral from the public page."""

import uuid
from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from common.forms import Form, PlainTextField
from reviews.journey import RUNNING
from reviews.models import PublicFile, Review
from reviews.referral.fields import lines
from reviews.referral.public.answers import Wanted

READ_OVER = _(
    "Everybody who can read the case will be able to read this. Remove the names of"
    " children and family."
)


class IncomingForm(Form):
    """Its key makes it count once. `acts` is how often either side had acted when it was opened."""

    key = forms.UUIDField(widget=forms.HiddenInput, required=False)
    acts = forms.IntegerField(widget=forms.HiddenInput, required=False, min_value=0)

    def __init__(self, *args: Any, opened_at: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["key"].initial = uuid.uuid4()
        self.fields["acts"].initial = opened_at

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        cleaned["key"] = cleaned.get("key") or uuid.uuid4()
        cleaned["acts"] = cleaned.get("acts") or 0
        return cleaned


class PapersForm(IncomingForm):
    """Asks for a title of each file, since it becomes a paper of the case."""

    def __init__(self, *args: Any, files: Sequence[PublicFile] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.asked = [f"title_{number}" for number in range(1, len(files) + 1)]
        for number, (name, each) in enumerate(zip(self.asked, files, strict=True), start=1):
            self.fields[name] = PlainTextField(
                label=format_lazy(_("Title of file {number}"), number=number),
                help_text=READ_OVER,
                initial=each.title,
                max_length=160,
                required=False,
            )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        cleaned["titles"] = [cleaned.pop(name, "") for name in self.asked]
        return cleaned


class AcceptForm(PapersForm):
    """The texts as they will stand in the case, read over by whoever accepts."""

    sentence = PlainTextField(
        label=_("What it is about, in a sentence"),
        help_text=READ_OVER,
        widget=lines(3),
        max_length=2000,
    )
    circumstances = PlainTextField(
        label=_("The circumstances"),
        help_text=READ_OVER,
        widget=lines(6),
        max_length=10000,
        required=False,
    )
    why_criteria = PlainTextField(
        label=_("Why it may meet the criteria for a review"),
        help_text=READ_OVER,
        widget=lines(4),
        max_length=10000,
        required=False,
    )
    safeguarding = PlainTextField(
        label=_("What was done at once to keep children safe"),
        help_text=READ_OVER,
        widget=lines(3),
        max_length=4000,
        required=False,
    )
    agencies_known = PlainTextField(
        label=_("Agencies that knew the child or family"),
        help_text=READ_OVER,
        widget=lines(3),
        max_length=4000,
        required=False,
    )
    proceedings_known = PlainTextField(
        label=_("Other proceedings that are known"),
        help_text=READ_OVER,
        widget=lines(3),
        max_length=4000,
        required=False,
    )


class JoinForm(PapersForm):
    """Which open case of the same child takes it."""

    to = forms.ModelChoiceField(label=_("The case it belongs to"), queryset=Review.objects.none())
    sentence = PlainTextField(
        label=_("What it is about, in a sentence"),
        help_text=READ_OVER,
        widget=lines(3),
        max_length=2000,
    )

    def __init__(self, *args: Any, open_to: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["to"].queryset = open_to.filter(  # type: ignore[attr-defined]
            stage__in=RUNNING
        )


class AskForMoreForm(IncomingForm):
    """What is missing. The referrer is sent these questions, and a link."""

    wanted = forms.MultipleChoiceField(
        label=_("What is missing"),
        choices=Wanted,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Select at least one answer that is missing.")},
    )
