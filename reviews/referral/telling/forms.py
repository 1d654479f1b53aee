"""The form by which a referrer is told."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from common.forms import PlainTextField
from reviews.forms import DeedForm
from reviews.models import Manner
from reviews.referral.fields import lines
from reviews.referral.telling.words import Untold


class TellReferrerForm(DeedForm):
    """Whom, and how. By e-mail the message goes out as it stands on the page."""

    whom = forms.ChoiceField(label=_("Referrer"), widget=forms.RadioSelect)
    manner = forms.ChoiceField(label=_("How"), choices=Manner, widget=forms.RadioSelect)
    note = PlainTextField(
        label=_("Note"),
        help_text=_(
            "Who spoke to them, or why they cannot be told. Do not include names of family."
        ),
        widget=lines(2),
        max_length=2000,
        required=False,
    )
    sometimes_needed = ("note",)

    def __init__(self, *args: Any, untold: list[Untold], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.untold = {each.code: each for each in untold}
        chooser = self.fields["whom"]
        assert isinstance(chooser, forms.ChoiceField)
        chooser.choices = [(code, each.name) for code, each in self.untold.items()]
        if len(untold) == 1:
            chooser.initial = untold[0].code
            self.fields["manner"].initial = Manner.EMAIL if untold[0].email else None
        self.fields["on"].label = _("Told on")

    def clean(self) -> dict[str, Any]:
        facts = super().clean()
        if facts.get("manner") == Manner.NOT_TOLD and not facts.get("note"):
            self.add_error("note", _("Say why the referrer cannot be told."))
        whom = self.untold.get(facts.get("whom", ""))
        if facts.get("manner") == Manner.EMAIL and whom and not whom.email:
            self.add_error("manner", _("No e-mail address of this referrer is recorded."))
        return facts
