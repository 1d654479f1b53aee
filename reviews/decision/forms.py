"""Forms of the decision: the Chair's answer, the Board's discussion, the notices."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from common.forms import PlainTextField
from reviews.decision.notices import notices_due
from reviews.forms import DeedForm
from reviews.journey import Stage
from reviews.models import Course, Notice, Reply

FIRST = [(reply.value, reply.label) for reply in (Reply.AGREE, Reply.AMEND, Reply.DISAGREE)]


class DecideForm(DeedForm):
    """The Chair's answer to the recommendation, or the final one after the Board's discussion."""

    reply = forms.ChoiceField(label=_("Your answer"), choices=FIRST, widget=forms.RadioSelect)
    course = forms.ChoiceField(
        label=_("What is decided"),
        help_text=_("Needed with amendments and for a final answer."),
        choices=Course,
        widget=forms.RadioSelect,
        required=False,
    )
    reasons = PlainTextField(
        label=_("Reasons, amendments or proposed action"),
        help_text=_("Needed unless you agree without changes."),
        widget=forms.Textarea(attrs={"rows": 5}),
        required=False,
        max_length=10000,
    )
    conflicting_views = PlainTextField(
        label=_("Conflicting views"),
        help_text=_("If the answer stays no, Welsh Government is told of them (§5.8)."),
        widget=forms.Textarea(attrs={"rows": 3}),
        required=False,
        max_length=10000,
    )

    def __init__(self, *args: Any, may_commission: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.is_final = self.review.stage == Stage.BOARD_DISCUSSION
        if not may_commission:
            self._leave_out_reviews()
        if self.is_final:
            del self.fields["reply"]
            self.fields["course"].required = self.fields["reasons"].required = True
            self.fields["course"].label = _("The final answer")
        else:
            del self.fields["conflicting_views"]

    def _leave_out_reviews(self) -> None:
        """What the gate of commissioning would refuse is not offered."""
        self.fields["course"].choices = [  # type: ignore[attr-defined]
            (course.value, course.label) for course in Course if not course.is_review
        ]
        if Course(self.review.recommendation.course).is_review:
            self.fields["reply"].choices = FIRST[1:]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        facts = super().clean()
        if self.is_final:
            facts["reply"] = Reply.FINAL
        reply = facts.get("reply")
        if reply == Reply.AMEND and not facts.get("course"):
            self.add_error("course", _("Choose what is decided."))
        if reply in (Reply.AMEND, Reply.DISAGREE) and not facts.get("reasons"):
            self.add_error(
                "reasons",
                _("Write down the amendments.")
                if reply == Reply.AMEND
                else _("Give your reasons and the action you propose."),
            )
        return facts


class DiscussionForm(DeedForm):
    """What the Board said when it discussed the case."""

    views = PlainTextField(
        label=_("Views expressed"),
        help_text=_("The decision, the evidence it rests on, opinions and dissent (reg. 5(7))."),
        widget=forms.Textarea(attrs={"rows": 6}),
        max_length=10000,
    )


class NoticeForm(DeedForm):
    """Which notice went to Welsh Government."""

    about = forms.ChoiceField(
        label=_("The notice is about"), choices=Notice.About, widget=forms.RadioSelect
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        due = notices_due(self.review)
        self.fields["about"].choices = [  # type: ignore[attr-defined]
            (about.value, about.label) for about in due
        ]
        if len(due) == 1:
            self.fields["about"].initial = due[0]
        self.fields["on"].label = _("Sent on")
