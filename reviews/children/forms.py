"""Forms about the children of a review."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from common.forms import PlainTextField
from reviews.forms import DeedForm
from reviews.models import Subject, Voice


def next_pseudonym(taken: list[str]) -> str:
    """Child A, Child B … the first that is free."""
    for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ":
        if f"Child {letter}" not in taken:
            return f"Child {letter}"
    return ""


class AddChildForm(DeedForm):
    """A pseudonym for everybody, and a name for the few who may see it."""

    pseudonym = PlainTextField(
        label=_("Pseudonym"),
        help_text=_("How the child is called everywhere in the case, such as Child A."),
        max_length=40,
    )
    full_name = PlainTextField(
        label=_("Full name"),
        help_text=_("Kept apart and encrypted. Every look at it is recorded."),
        max_length=120,
        required=False,
    )
    born_on = PlainTextField(label=_("Date of birth"), max_length=40, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.taken = list(self.review.subjects.values_list("pseudonym", flat=True))
        self.fields["pseudonym"].initial = next_pseudonym(self.taken)

    def clean_pseudonym(self) -> str:
        pseudonym = str(self.cleaned_data["pseudonym"])
        if pseudonym.casefold() in (taken.casefold() for taken in self.taken):
            raise forms.ValidationError(_("Another child of this review has this pseudonym."))
        return pseudonym


class VoiceForm(DeedForm):
    """Whether the child was spoken to, or why not: every answer but "not yet" will do."""

    child = forms.ModelChoiceField(
        label=_("Child"), queryset=Subject.objects.none(), empty_label=None
    )
    voice = forms.ChoiceField(
        label=_("The child's voice"),
        choices=[(v.value, v.label) for v in Voice if v != Voice.NOT_YET],
        widget=forms.RadioSelect,
    )
    voice_why = PlainTextField(
        label=_("Why the child was not spoken to"),
        help_text=_("“The police asked us not to” is a full answer."),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=2000,
    )
    lived_experience = PlainTextField(
        label=_("Where the child's lived experience appears in the report"),
        widget=forms.Textarea(attrs={"rows": 2}),
        required=False,
        max_length=2000,
    )

    reveals = {"voice": {Voice.NOT_SPOKEN_TO.value: ["voice_why"]}}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["child"].queryset = self.review.subjects.all()  # type: ignore[attr-defined]
