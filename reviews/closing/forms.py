"""Forms for the end of a review."""

from django import forms
from django.utils.translation import gettext_lazy as _

from common.forms import PlainTextField
from reviews.forms import DeedForm

WAYS = [
    ("transfer", _("Transferred: another board leads")),
    ("discontinue", _("Discontinued: it ends unfinished")),
    ("convert", _("Converted: it goes on as a Single Unified Safeguarding Review")),
]


class CloseForm(DeedForm):
    """What difference the review made (§5.26), or why that is not said yet."""

    asks_reason = True
    difference = PlainTextField(
        label=_("The difference made"),
        help_text=_("What has changed for children because of this review, and how it is known."),
        widget=forms.Textarea(attrs={"rows": 5}),
        required=False,
        max_length=10000,
    )


class EndForm(DeedForm):
    """How and why it ends off the usual road."""

    way = forms.ChoiceField(label=_("How it ends"), choices=WAYS, widget=forms.RadioSelect)
    reasons = PlainTextField(
        label=_("Reasons"), widget=forms.Textarea(attrs={"rows": 5}), max_length=10000
    )

    def __init__(self, *args: object, ways: list[str], **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self.fields["way"].choices = [  # type: ignore[attr-defined]
            (way, label) for way, label in WAYS if way in ways
        ]
