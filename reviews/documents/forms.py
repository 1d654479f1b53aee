"""Forms about papers."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from common import clock
from common.forms import DateField, PlainTextField
from common.uploads.field import UploadField
from reviews.documents.reading import markings_of
from reviews.forms import DeedForm
from reviews.models import DocumentKind, Marking

PSEUDONYMS = _("Pseudonyms only: no name of a child, a family or a member of staff.")


class PaperForm(DeedForm):
    """What a paper's title and date are, and the file. `reader` is whoever fills it in."""

    title = PlainTextField(label=_("Title"), help_text=PSEUDONYMS, max_length=160)
    dated_on = DateField(label=_("Date on the paper"), latest=clock.today, required=False)
    upload = UploadField(label=_("File"))

    def __init__(self, *args: Any, reader: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.reader = reader
        self.fields["on"].label = _("Added on")


def marking_field() -> forms.ChoiceField:
    return forms.ChoiceField(
        label=_("Classification"),
        help_text=_(
            "Only some people can open legal advice and papers that name the child or the family."
        ),
        choices=Marking,
        widget=forms.RadioSelect,
    )


def keep_to(form: DeedForm, reader: Any) -> None:
    """Offer only the classes that are open to the reader."""
    field = form.fields["marking"]
    assert isinstance(field, forms.ChoiceField)
    allowed = markings_of(reader, form.review)
    field.choices = [(each.value, each.label) for each in Marking if each in allowed]


class AddForm(PaperForm):
    """A paper that is new to the case."""

    kind = forms.ChoiceField(label=_("Kind of paper"), choices=DocumentKind)
    marking = marking_field()
    field_order = ["key", "opened_at", "title", "kind", "marking", "dated_on", "upload", "on"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        keep_to(self, self.reader)
        self.order_fields(self.field_order)


class ReplaceForm(PaperForm):
    """A newer version of a paper; its kind and class stay."""


class ClassifyForm(DeedForm):
    """Another class for a paper."""

    marking = marking_field()

    def __init__(self, *args: Any, reader: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        keep_to(self, reader)


class WithdrawForm(DeedForm):
    """Why a paper is withdrawn."""

    why = PlainTextField(
        label=_("Why it is withdrawn"),
        help_text=PSEUDONYMS,
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=2000,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["on"].label = _("Withdrawn on")
