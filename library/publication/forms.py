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
from library.publication.beside_models import Audience, Where
from library.publication.models import Finding, Language, TakenDown
from library.publication.progress import NOTICE_RULE, Progress
from reviews.decision.notice_forms import AnswerForm as NoticeAnswerForm
from reviews.forms import PAST, DeedForm
from reviews.models import Method


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
        label=_("Languages that are ready"),
        help_text=_("A translation is ready once it has been signed off."),
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
        help_text=_("We publish this reason and its date with the report."),
    )


class SendForm(DeedForm):
    """When it was sent, and for which day publication is planned."""

    method = forms.ChoiceField(
        label=_("How it was sent"),
        choices=[each for each in Method.choices if each[0]],
        widget=forms.RadioSelect,
        required=False,
    )
    planned_publication_on = DateField(label=_("Planned day of publication"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["on"].label = _("Sent on")

    def clean(self) -> dict[str, Any]:
        """A plan made today keeps the two weeks; an older one is recorded as it was."""
        facts = super().clean()
        planned, sent = facts.get("planned_publication_on"), facts.get("on")
        rule = edition(self.review.timetable.edition).limit(NOTICE_RULE)
        is_done_now = sent == clock.today() and not facts.get(PAST)
        if planned and sent and rule and is_done_now and planned < rule.count_from(sent):
            self.add_error(
                "planned_publication_on",
                told(_("Earliest possible date:"), rule.count_from(sent))
                + " "
                + told(
                    _("To publish on the planned date, it had to be sent by:"),
                    rule.count_back_from(planned),
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


class AnswerForm(NoticeAnswerForm):
    """The last part of the form, of the report: the receipt has its own page."""

    def __init__(self, *args: Any, submission: Any, **kwargs: Any) -> None:
        super().__init__(*args, notice=submission, **kwargs)
        del self.fields["received_on"]
        own = [name for name in self.fields if name.startswith(("to_", "why_"))]
        first = ["key", "opened_at", "acknowledged_on", "circulated_on"]
        self.order_fields([*first, *own, "on"])

    def facts(self) -> dict[str, Any]:
        facts = DeedForm.facts(self)
        codes = [name.removeprefix("to_") for name in facts if name.startswith("to_")]
        return {
            "acknowledged_on": facts["acknowledged_on"],
            "circulated_on": facts["circulated_on"],
            "circulation": {code: (facts[f"to_{code}"], facts[f"why_{code}"]) for code in codes},
        }


class TellFirstForm(DeedForm):
    """Who was told, by whom and how."""

    audience = forms.ChoiceField(
        label=_("Who was told"), choices=Audience, widget=forms.RadioSelect
    )
    how = long_text(_("By whom, and how"), help_text=_("No names of children, family or staff."))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["on"].label = _("Told on")


class PlaceForm(DeedForm):
    """Where else the report stands, and since when."""

    where = forms.ChoiceField(label=_("Where"), choices=Where, widget=forms.RadioSelect)
    address = forms.URLField(
        label=_("Address"), max_length=500, assume_scheme="https", required=False
    )
    note = PlainTextField(label=_("Note"), required=False)
    last_on = DateField(label=_("Last day there, if it is known"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["on"].label = _("First day there")

    def clean(self) -> dict[str, Any]:
        facts = super().clean()
        check_last_day(self, facts)
        if facts.get("where") == Where.OTHER and not facts.get("note"):
            self.add_error("note", _("Enter where it was published."))
        return facts


def check_last_day(form: forms.Form, facts: dict[str, Any]) -> None:
    first, last = facts.get("on"), facts.get("last_on")
    if first and last and last < first:
        form.add_error("last_on", _("This is before the first day."))


class EndPlaceForm(DeedForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["on"].label = _("Last day there")


class AgreeEarlierForm(DeedForm):
    how = long_text(
        _("How Welsh Government agreed"),
        help_text=_("For example, the date of the e-mail and who sent it."),
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
    last_on = DateField(
        label=_("Planned last day on the website"),
        help_text=_("The system does not take the report down by itself."),
        required=False,
    )
    notice = long_text(
        _("Notice shown on the website"),
        help_text=_(
            "For example, why there is no Welsh text, or how long the report will be available."
        ),
        required=False,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["on"].label = _("Published on")

    def clean(self) -> dict[str, Any]:
        facts = super().clean()
        check_last_day(self, facts)
        return facts


class TakeDownForm(DeedForm):
    """Why it came down, and when."""

    taken_down_for = forms.ChoiceField(
        label=_("Why the report was taken down"), choices=TakenDown, widget=forms.RadioSelect
    )
    why = long_text(
        _("Explain the reason"), help_text=_("No names of children or family."), required=False
    )
    notice = long_text(
        _("Notice shown on the website from then on"),
        help_text=_("For example, that the report is available on request."),
        required=False,
    )

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
        _("Advice given"),
        help_text=_("From whom and when. Legal advice itself is kept among the papers."),
        required=False,
    )
    told = long_text(
        _("Who was told"),
        help_text=_("The agencies, the reviewers, the family. No names of children or family."),
        required=False,
    )
    told_on = DateField(label=_("Date they were told"), required=False, latest=clock.today)
    government_told_on = DateField(label=_("Date Welsh Government was told"), required=False)

    def clean(self) -> dict[str, Any]:
        facts = super().clean()
        if facts.get("told_on") and not facts.get("told") and "told" not in self.errors:
            self.add_error("told", _("Say who was told."))
        told = facts.get("government_told_on")
        if told and told > clock.today():
            self.add_error(
                "government_told_on",
                _("The date is in the future. Enter the date on which this happened."),
            )
        return facts
