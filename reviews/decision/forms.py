"""Forms of the decision: the Chair's answer, the Board's discussion."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from common.forms import DateField, PlainTextField
from common.templatetags.page import day
from reviews.deciding import recommended_course
from reviews.decision.amending import as_recommended
from reviews.forms import DeedForm
from reviews.journey import Stage
from reviews.models import (
    Amended,
    Body,
    Course,
    Meeting,
    Recommendation,
    Reply,
)

FIRST = [(reply.value, reply.label) for reply in (Reply.AGREE, Reply.AMEND, Reply.DISAGREE)]
FIELDS = [field.value for field in Amended if field != Amended.COURSE]


def _text(field: Amended, rows: int, help_text: Any = "") -> PlainTextField:
    return PlainTextField(
        label=field.label,
        help_text=help_text,
        widget=forms.Textarea(attrs={"rows": rows}),
        required=False,
        max_length=10000,
    )


ONLY_PAST = _(
    "You cannot do this today because something is still missing. You can record it if it"
    " has already happened."
)


class DecideForm(DeedForm):
    """The Chair's answer to the recommendation, or the final one after the Board's discussion.

    What may be amended opens filled in as recommended; only what is changed becomes an amendment.
    """

    needs_reason = False
    sometimes_needed = ("reason", "conflicting_views")
    reply = forms.ChoiceField(label=_("Your answer"), choices=FIRST, widget=forms.RadioSelect)
    course = forms.ChoiceField(label=_("What is decided"), choices=Course, widget=forms.RadioSelect)
    amendments = PlainTextField(
        label=_("The amendments, and why"),
        help_text=_(
            "Explain in your own words. What you change below will be shown next to the old text."
        ),
        widget=forms.Textarea(attrs={"rows": 5}),
        max_length=10000,
    )
    period_from_on = DateField(label=Amended.PERIOD_FROM.label, required=False)
    period_until_on = DateField(label=Amended.PERIOD_UNTIL.label, required=False)
    period_why = _text(Amended.PERIOD_WHY, 3)
    agencies = _text(Amended.AGENCIES, 4, _("Enter one on each line."))
    chair_who = PlainTextField(label=Amended.CHAIR.label, required=False)
    questions = _text(Amended.QUESTIONS, 5, _("Enter one on each line."))
    further_issues = _text(Amended.FURTHER, 3, _("Enter one on each line."))
    first_panel_on = DateField(label=Amended.FIRST_PANEL.label, required=False)
    report_expected_on = DateField(
        label=Amended.EXPECTED.label,
        help_text=_("You can enter the first day of the month."),
        required=False,
    )
    proposed_course = forms.ChoiceField(
        label=_("What you propose instead"), choices=Course, widget=forms.RadioSelect
    )
    reasons = PlainTextField(
        label=_("Reasons why you disagree"),
        widget=forms.Textarea(attrs={"rows": 5}),
        max_length=10000,
    )
    proposed_action = PlainTextField(
        label=_("Proposed action"),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=10000,
    )
    conflicting_views = PlainTextField(
        label=_("Conflicting views"),
        help_text=_(
            "Needed if no review is held, because Welsh Government must be told of them"
            " (§5.8). You can answer that there were none."
        ),
        widget=forms.Textarea(attrs={"rows": 3}),
        required=False,
        max_length=10000,
    )
    present_to_board_on = DateField(
        label=_("Date on which it is presented to the Board"),
        help_text=_("As agreed with the chair of the sub-group, if known."),
        required=False,
    )
    signed_title = PlainTextField(label=_("Title of the person signing"), required=False)
    signed_telephone = PlainTextField(label=_("Telephone number"), required=False, max_length=40)
    reveals = {
        "reply": {
            Reply.AMEND.value: ["course", "amendments", *FIELDS],
            Reply.DISAGREE.value: ["proposed_course", "reasons", "proposed_action"],
        }
    }
    choice_hints = {
        "reply": {
            Reply.AMEND.value: _(
                "If a review is recommended and you think there should not be one, choose"
                " “I disagree” instead."
            ),
            Reply.DISAGREE.value: _(
                "Use this if you disagree either with holding a review or with not holding"
                " one. The Board discusses it before you give a final answer (§5.8)."
            ),
        }
    }

    def __init__(
        self, *args: Any, may_commission: bool, only_past: bool = False, **kwargs: Any
    ) -> None:
        self.is_final = kwargs["review"].stage == Stage.BOARD_DISCUSSION
        if self.is_final:
            self.reveals = {}
        super().__init__(*args, **kwargs)
        paper = getattr(self.review, "recommendation", None)  # too early, there is none
        self._begin_as_recommended(paper)
        if self.is_final:
            for name in ("reply", "amendments", "proposed_course", "proposed_action"):
                del self.fields[name]
            self.fields["course"].label = _("The final answer")
            self.fields["reasons"].label = _("Reasons")
            first = ("key", "opened_at", "decided_by", "course", "reasons", "conflicting_views")
            self.order_fields(first)
        else:
            del self.fields["conflicting_views"]
        if not may_commission:
            self._leave_out_reviews(paper)
        elif only_past:
            self.choice_hints = {**self.choice_hints, **self._only_past()}
        if "reason" in self.fields:
            self.fields["reason"].help_text = _("Needed if a review is commissioned.")

    def _begin_as_recommended(self, paper: Recommendation | None) -> None:
        texts = as_recommended(self.review, paper)
        self.fields["course"].initial = "" if self.is_final else texts[Amended.COURSE.value]
        for name in FIELDS:
            days = getattr(paper, name, None) if Amended(name).is_day else None
            self.fields[name].initial = days or ("" if Amended(name).is_day else texts[name])

    def _leave_out_reviews(self, paper: Recommendation | None) -> None:
        """What the gate of commissioning would refuse is not offered."""
        self.fields["course"].choices = [  # type: ignore[attr-defined]
            (course.value, course.label) for course in Course if not course.is_review
        ]
        if "reply" in self.fields and paper and Course(paper.course).is_review:
            self.fields["reply"].choices = FIRST[1:]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        facts = super().clean()
        first, last = facts.get("period_from_on"), facts.get("period_until_on")
        if first and last and last < first:
            self.add_error(
                "period_until_on", _("The period ends before it begins. Check both dates.")
            )
        course = facts.get("course")
        stays_no = self.is_final and course and not Course(course).is_review
        if (
            stays_no
            and not facts.get("conflicting_views")
            and not self.has_error("conflicting_views")
        ):
            self.add_error(
                "conflicting_views", _("Enter the conflicting views, or say that there were none.")
            )
        return facts

    def _only_past(self) -> dict[str, Mapping[str, Any]]:
        """Beside what the gate of commissioning refuses today: it may be recorded as past."""
        reviews = dict.fromkeys([each.value for each in Course if each.is_review], ONLY_PAST)
        course = recommended_course(self.review)
        replies = dict(self.choice_hints["reply"])
        if course and Course(course).is_review:
            replies[Reply.AGREE.value] = ONLY_PAST
        return {"course": reviews, "reply": replies}

    def facts(self) -> dict[str, Any]:
        """The answer as the service takes it: amendments are the reasons of an amended answer."""
        facts = super().facts()
        values = {name: facts.pop(name, None) for name in FIELDS}
        facts["amended"] = {name: value for name, value in values.items() if self._was_sent(name)}
        amendments = facts.pop("amendments", "")
        if self.is_final:
            return facts | {"reply": Reply.FINAL}
        return facts | {
            "course": facts.get("course") or "",
            "reasons": amendments or facts.get("reasons") or "",
            "proposed_course": facts.get("proposed_course") or "",
        }

    def _was_sent(self, name: str) -> bool:
        """A field that the browser did not send was not emptied by anybody."""
        return any(key in self.data for key in (name, f"{name}_year"))


class MeetingField(forms.ModelChoiceField):  # type: ignore[type-arg]  # as Django has it
    """A meeting, by its day."""

    def label_from_instance(self, obj: Meeting) -> str:
        return day(obj.held_on)


class DiscussionForm(DeedForm):
    """What the Board said when it discussed the case."""

    meeting = MeetingField(
        label=_("At which meeting of the Board"), queryset=Meeting.objects.none(), required=False
    )
    views = PlainTextField(
        label=_("Views expressed"),
        help_text=_("The decision, the evidence for it, opinions and dissent (reg. 5(7))."),
        widget=forms.Textarea(attrs={"rows": 6}),
        max_length=10000,
    )
    dissent = PlainTextField(
        label=_("Dissent"),
        help_text=_("Who had a different view, and why."),
        widget=forms.Textarea(attrs={"rows": 3}),
        required=False,
        max_length=10000,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        meetings = self.review.meetings.filter(body=Body.BOARD, held_on__isnull=False)
        if meetings.exists():
            chooser = self.fields["meeting"]
            assert isinstance(chooser, forms.ModelChoiceField)
            chooser.queryset = meetings
        else:
            del self.fields["meeting"]
