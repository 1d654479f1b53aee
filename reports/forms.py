"""Forms of the report."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from common import clock
from common.forms import DateField, Guidance, PlainTextField
from reports.models import TEXTS, How
from reviews.forms import DeedForm
from reviews.versions import VersionedForm

LONG = 100_000


def _section(label: Any, lines: int) -> PlainTextField:
    return PlainTextField(
        label=label,
        widget=forms.Textarea(attrs={"rows": lines}),
        max_length=LONG,
        required=False,
    )


class DraftForm(VersionedForm):
    """The three parts of the report, each in English and in Welsh."""

    texts = TEXTS
    outline_en = _section(_("Outline of the circumstances, in English"), 8)
    outline_cy = _section(_("Outline of the circumstances, in Welsh"), 8)
    learning_en = _section(_("What did we learn? In English"), 14)
    learning_cy = _section(_("What did we learn? In Welsh"), 14)
    conclusions_en = _section(_("What do we need to do differently? In English"), 10)
    conclusions_cy = _section(_("What do we need to do differently? In Welsh"), 10)
    guidance = {
        "learning_en": Guidance(
            _(
                "Describe what practitioners and the family saw, what supported good work"
                " and what got in its way. Do not name anybody. Use the child's pseudonym."
            ),
            "§5.17",
        ),
        "conclusions_en": Guidance(
            _(
                "Write conclusions that are specific and can be carried out. You can"
                " conclude that no change is needed."
            ),
            "§5.17, §6.9",
        ),
    }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["on"].label = _("Written on")

    def clean(self) -> dict[str, Any]:
        facts = super().clean()
        if not self.errors and not any(facts.get(name) for name in TEXTS):
            raise forms.ValidationError(
                _("Write at least one part of the report before you save it.")
            )
        return facts


class StatementForm(DeedForm):
    """A reviewer's own statement."""

    independence = PlainTextField(
        label=_("Independence from the case"),
        help_text=_(
            "Any part you had in the case or in managing it. Write “none” if you had none."
        ),
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=5000,
    )
    qualification = PlainTextField(
        label=_("Qualification and experience"),
        help_text=_("Why you are qualified to carry out this review."),
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=5000,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["on"].label = _("Signed on")


class AgreeForm(VersionedForm):
    """The panel agrees the version on the page."""

    minute = PlainTextField(
        label=_("What the panel recorded (optional)"),
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=5000,
        required=False,
    )

    statement = PlainTextField(
        label=_("Statement of the panel's chair (optional)"),
        help_text=_("The text that will appear in the report next to the reviewers' statements."),
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=5000,
        required=False,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["on"].label = _("Agreed on")


class SendBackForm(DeedForm):
    """Which changes the Board asks for."""

    reasons = PlainTextField(
        label=_("Changes that the Board asks for"),
        widget=forms.Textarea(attrs={"rows": 6}),
        max_length=10000,
    )


class AcceptForm(VersionedForm):
    """The Board's decision, and how it came about."""

    how = forms.ChoiceField(label=_("How it was accepted"), choices=How, widget=forms.RadioSelect)
    votes_for = forms.IntegerField(label=_("Votes for"), min_value=0, max_value=99, required=False)
    votes_against = forms.IntegerField(
        label=_("Votes against"), min_value=0, max_value=99, required=False
    )
    votes_abstained = forms.IntegerField(
        label=_("Abstentions"), min_value=0, max_value=99, required=False
    )
    ratified_on = DateField(
        label=_("Ratified at the meeting on"), latest=clock.today, required=False
    )
    decision = PlainTextField(
        label=_("What the Board decided"),
        help_text=_("The decision and any comment, as recorded in the minutes."),
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=10000,
    )
    reveals = {
        "how": {
            How.BY_VOTE.value: ["votes_for", "votes_against", "votes_abstained"],
            How.BY_EMAIL.value: ["ratified_on"],
        }
    }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["on"].label = _("Day of the Board meeting, or of the e-mail decision")

    def clean(self) -> dict[str, Any]:
        facts = super().clean()
        ratified, on = facts.get("ratified_on"), facts.get("on")
        if ratified and on and ratified < on:
            self.add_error("ratified_on", _("This is before the decision that it ratifies."))
        return facts


class RatifyForm(DeedForm):
    """Only the day of the meeting."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["on"].label = _("Ratified at the meeting on")
