"""The form of the terms of reference."""

from typing import Any

from django import forms
from django.utils import formats
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from common import clock
from common.forms import DateField, Guidance, PlainTextField
from guidance.terms import CORE, CORE_QUESTIONS
from panels.models import Asks
from panels.panel.questions import NumberedTwice, numbers, read
from panels.panel.services import (
    NUMBERED_TWICE,
    PANEL_DECIDES,
    period_by_the_panel,
    period_ceiling,
    period_obstacles,
)
from reviews.models import Body, Meeting, ReviewKind, Subject
from reviews.versions import VersionedForm

SIGNIFICANT = "significant"
CORE_SENTENCES = format_lazy(
    "\n".join(["{}"] * len(CORE_QUESTIONS)), *(_(item.sentence) for item in CORE_QUESTIONS)
)


class MeetingChoice(forms.ModelChoiceField):  # type: ignore[type-arg]  # not generic at run time
    """A meeting of the panel, by its day."""

    def label_from_instance(self, obj: Any) -> str:
        return str(formats.date_format(obj.held_on, "j F Y"))


class TermsForm(VersionedForm):
    """A version of the terms of reference. It carries the version that it starts from."""

    questions = PlainTextField(
        label=_("Questions for this case"),
        help_text=_(
            "What the review needs to find out. Enter one question on each line. Each"
            " question keeps the number in front of it in every version. A line without a"
            " number is a new question."
        ),
        widget=forms.Textarea(attrs={"rows": 8}),
        max_length=20000,
    )
    issues = PlainTextField(
        label=_("Issues particular to this case"),
        help_text=_("Pseudonyms only."),
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=10000,
        required=False,
    )
    has_core_questions = forms.BooleanField(
        label=_("The core questions of an extended review are included"), required=False
    )
    other_questions = PlainTextField(
        label=_("Questions of another review"),
        help_text=_(
            "What another review or inquiry asks this one to answer. Enter one question on"
            " each line."
        ),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=10000,
        required=False,
    )
    children = forms.ModelMultipleChoiceField(
        label=_("Children named"),
        help_text=_("If you do not tick any, we include all the children."),
        queryset=Subject.objects.none(),
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    period_from_on = DateField(label=_("The period begins on"))
    period_until_on = DateField(label=_("The period ends on"))
    period_why = PlainTextField(
        label=_("Why this period, where it is longer than usual or ends before the event"),
        help_text=_("Only needed if the period is longer than usual or ends before the event."),
        widget=forms.Textarea(attrs={"rows": 2}),
        max_length=2000,
        required=False,
    )
    is_period_by_panel = forms.BooleanField(
        label=_("The panel decided on this longer period, in exceptional circumstances"),
        help_text=_("Only needed if the period is longer than usual."),
        required=False,
    )
    changes = PlainTextField(
        label=_("What changed, and why"), widget=forms.Textarea(attrs={"rows": 3}), max_length=2000
    )
    scope = forms.ChoiceField(
        label=_("How much the scope changes"),
        choices=[("small", _("Not significantly")), (SIGNIFICANT, _("Significantly"))],
        help_text=_(
            "If the change is significant, we e-mail the reference and a link to the Board"
            " Chair and the chair of the sub-group."
        ),
        widget=forms.RadioSelect,
        initial="small",
    )
    told_on = DateField(
        label=_("Date they were told in another way"),
        help_text=_("Enter this only if they already know. We will then not send an e-mail."),
        latest=clock.today,
        required=False,
    )
    meeting = MeetingChoice(
        label=_("At which meeting of the panel"),
        queryset=Meeting.objects.none(),
        empty_label=_("None recorded here"),
        required=False,
    )
    sometimes_needed = ("period_why", "is_period_by_panel")
    reveals = {"scope": {SIGNIFICANT: ["told_on"]}}
    guidance = {"has_core_questions": Guidance(CORE_SENTENCES, _(CORE))}

    texts = ("questions", "issues", "other_questions", "period_why")

    def __init__(self, *args: Any, version: int, **kwargs: Any) -> None:
        super().__init__(*args, version=version, **kwargs)
        self.fields["on"].label = _("Agreed on")
        if self.review.kind != ReviewKind.EXTENDED:
            del self.fields["has_core_questions"]
        if not version:
            self.reveals = {}  # nothing can have changed yet
            for name in ("changes", "scope", "told_on"):
                del self.fields[name]
        self._choose("children", self.review.subjects.all())
        held = self.review.meetings.filter(body=Body.PANEL, held_on__isnull=False)
        self._choose("meeting", held)
        ceiling, by_panel = period_ceiling(self.review), period_by_the_panel(self.review)
        if ceiling:
            self.fields["period_from_on"].help_text = _(ceiling.sentence)
        if by_panel:
            self.fields["is_period_by_panel"].help_text = _(by_panel.sentence)
        else:
            del self.fields["is_period_by_panel"]

    def _choose(self, name: str, rows: Any) -> None:
        """Offer these rows; where there are none, do not ask."""
        if rows.exists():
            self.fields[name].queryset = rows  # type: ignore[attr-defined]  # a ModelChoiceField
        else:
            del self.fields[name]

    def clean(self) -> dict[str, Any]:
        facts = super().clean()
        first, last = facts.get("period_from_on"), facts.get("period_until_on")
        if first and last and last < first:
            self.add_error(
                "period_until_on", _("The period ends before it begins. Check both dates.")
            )
        elif first and last and not facts.get("is_past"):
            why, is_by_panel = facts.get("period_why") or "", bool(facts.get("is_period_by_panel"))
            for each in period_obstacles(self.review, first, last, why, is_by_panel):
                name = "is_period_by_panel" if each == PANEL_DECIDES else "period_why"
                self.add_error(name, str(each.sentence))
        for name, asks in (("questions", Asks.CASE), ("other_questions", Asks.OTHER)):
            try:
                read(facts.get(name) or "", numbers(self.review, asks))
            except NumberedTwice:
                self.add_error(name, str(NUMBERED_TWICE.sentence))
        return facts

    def facts(self) -> dict[str, Any]:
        """No child ticked, or none asked after: all of them."""
        facts = super().facts()
        facts["children"] = facts.get("children") or None
        return facts | {"is_significant": facts.pop("scope", "") == SIGNIFICANT}
