"""The form about somebody of the family or household."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from common.forms import PlainTextField
from reviews.models import Relative, Subject
from reviews.models.choices import IS_THERE, WAS_IT, Home, Kin
from reviews.relatives.services import TAKEN, is_taken
from reviews.versions import VersionedForm


class RelativeForm(VersionedForm):
    """Who they are to which child, responsibility, and where they lived."""

    kin = forms.ChoiceField(label=_("Who they are to the child"), choices=Kin)
    children = forms.ModelMultipleChoiceField(
        label=_("To which child"),
        help_text=_("None chosen means every child of this review."),
        queryset=Subject.objects.none(),
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    pseudonym = PlainTextField(
        label=_("Pseudonym"),
        help_text=_(
            "How they are called everywhere in the case, such as Father of Child A or Sibling 2."
            " Never a name."
        ),
        max_length=60,
    )
    has_responsibility = forms.ChoiceField(
        label=_("Parental responsibility"),
        choices=IS_THERE,
        widget=forms.RadioSelect,
        required=False,
    )
    lived_with = forms.ChoiceField(
        label=_("Lived with the child at the event"),
        choices=WAS_IT,
        widget=forms.RadioSelect,
        required=False,
    )
    homes = forms.MultipleChoiceField(
        label=_("In which home they lived at the event"),
        help_text=_("Who has the same number lived together."),
        choices=Home,
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    note = PlainTextField(
        label=_("Note"),
        help_text=_("Age, part in the child's life. Pseudonyms only."),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=2000,
        required=False,
    )

    texts = ("pseudonym", "note")

    def __init__(self, *args: Any, relative: Relative | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.relative = relative
        field = self.fields["children"]
        assert isinstance(field, forms.ModelMultipleChoiceField)
        field.queryset = self.review.subjects.all()
        self.fields["on"].label = _("Date of this entry")

    def clean_pseudonym(self) -> str:
        pseudonym = str(self.cleaned_data["pseudonym"])
        but = self.relative.pk if self.relative else None
        if is_taken(self.review, pseudonym, but=but):
            raise forms.ValidationError(str(TAKEN.sentence))
        return pseudonym
