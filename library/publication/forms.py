"""Forms of publication."""

import datetime as dt
from typing import Any

from django import forms
from django.utils import formats
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from common import clock
from common.forms import DateField, PlainTextField
from guidance.editions import edition
from library.publication.models import Finding, Language, TakenDown
from library.publication.progress import NOTICE_RULE, Progress
from reviews.forms import DeedForm


def long_text(label: Promise, *, help_text: Promise | str = "", required: bool = True) -> Any:
    return PlainTextField(
        label=label,
        help_text=help_text,
        widget=forms.Textarea(attrs={"rows": 4}),
        required=required,
        max_length=10000,
    )


class TextReadyForm(DeedForm):
    """In which languages the report is ready."""

    languages = forms.MultipleChoiceField(
        label=_("Ready in"),
        help_text=_("A translation is ready once it is signed off."),
        choices=Language,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        there = Progress(self.review).there
        self.fields["languages"].choices = [  # type: ignore[attr-defined]  # the stub's plain Field
            choice for choice in Language.choices if choice[0] not in there
        ]
        self.fields["on"].label = _("Ready on")


class CheckForm(DeedForm):
    """Which language was checked, and what was found."""

    language = forms.ChoiceField(
        label=_("Which text was read"), choices=Language, widget=forms.RadioSelect
    )
    finding = forms.ChoiceField(label=_("Finding"), choices=Finding, widget=forms.RadioSelect)
    notes = long_text(_("What must be changed"), help_text=_("No names of children or family."))
    reveals = {"finding": {Finding.CHANGES: ["notes"]}}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        there = Progress(self.review).there
        self.fields["language"].choices = [  # type: ignore[attr-defined]  # the stub's plain Field
            choice for choice in Language.choices if choice[0] in there
        ]
        self.fields["on"].label = _("Checked on")


class WaiveWelshForm(DeedForm):
    why = long_text(
        _("Why there is no Welsh text"),
        help_text=_("This reason and its date are published with the report."),
    )


class SendForm(DeedForm):
    """When it was sent, and for which day publication is planned."""

    planned_publication_on = DateField(label=_("Planned day of publication"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["on"].label = _("Sent on")

    def clean(self) -> dict[str, Any]:
        """A plan made today keeps the two weeks; an older one is recorded as it was."""
        facts = super().clean()
        planned, sent = facts.get("planned_publication_on"), facts.get("on")
        rule = edition(self.review.timetable.edition).limit(NOTICE_RULE)
        if planned and sent and rule and sent == clock.today() and planned < rule.count_from(sent):
            self.add_error(
                "planned_publication_on",
                told(_("First day possible:"), rule.count_from(sent))
                + " "
                + told(
                    _("For the planned day it had to be sent by:"), rule.count_back_from(planned)
                ),
            )
        return facts


def told(label: Promise, day: dt.date) -> str:
    return f"{label} {formats.date_format(day, 'j F Y')}."


class ReceiveForm(DeedForm):
    acknowledged_on = DateField(label=_("Acknowledged on"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["on"].label = _("Received on")
        self.order_fields(["key", "opened_at", "on", "acknowledged_on"])

    def clean(self) -> dict[str, Any]:
        facts = super().clean()
        received, acknowledged = facts.get("on"), facts.get("acknowledged_on")
        if received and acknowledged and acknowledged < received:
            self.add_error("acknowledged_on", _("This is before the day of receipt."))
        return facts


class AgreeEarlierForm(DeedForm):
    how = long_text(
        _("How Welsh Government agreed"),
        help_text=_("For example the date and sender of the e-mail."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["on"].label = _("Agreed on")


class PublishForm(DeedForm):
    """Where it stands and since when. The reason is asked for a day that departs from the rule."""

    asks_reason = True
    address = forms.URLField(
        label=_("Address on the Board's website"), max_length=500, assume_scheme="https"
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["on"].label = _("Published on")


class TakeDownForm(DeedForm):
    """Why it came down, and when."""

    taken_down_for = forms.ChoiceField(
        label=_("Why it came down"), choices=TakenDown, widget=forms.RadioSelect
    )
    why = long_text(_("In words"), help_text=_("No names of children or family."), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["on"].label = _("Taken down on")

    def clean(self) -> dict[str, Any]:
        facts = super().clean()
        if facts.get("taken_down_for") == TakenDown.OTHER and not facts.get("why"):
            self.add_error("why", _("Give the reason."))
        return facts


class DecideNotForm(DeedForm):
    """Why not, on whose advice, and who was told. The review still closes."""

    reasons = long_text(_("Reasons"), help_text=_("Pseudonyms only."))
    advice = long_text(
        _("Advice taken"),
        help_text=_("From whom and when. Legal advice itself is kept among the papers."),
        required=False,
    )
    told = long_text(
        _("Who was told"),
        help_text=_("The agencies, the reviewers, the family. No names of children or family."),
        required=False,
    )
    government_told_on = DateField(label=_("Welsh Government was told on"), required=False)

    def clean(self) -> dict[str, Any]:
        facts = super().clean()
        told = facts.get("government_told_on")
        if told and told > clock.today():
            self.add_error(
                "government_told_on",
                _("The date is in the future. Give the day on which this happened."),
            )
        return facts
