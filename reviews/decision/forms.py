"""Forms of the decision: the Chair's answer, the Board's discussion, the notices."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from common.forms import PlainTextField
from reviews.deciding import recommended_course
from reviews.decision.notices import notices_due
from reviews.forms import DeedForm
from reviews.journey import Stage
from reviews.models import Course, Notice, Reply

FIRST = [(reply.value, reply.label) for reply in (Reply.AGREE, Reply.AMEND, Reply.DISAGREE)]

ONLY_PAST = _("Not today: something is still missing. Only if it has already happened.")


class DecideForm(DeedForm):
    """The Chair's answer to the recommendation, or the final one after the Board's discussion."""

    needs_reason = False
    sometimes_needed = ("reason",)
    reply = forms.ChoiceField(label=_("Your answer"), choices=FIRST, widget=forms.RadioSelect)
    course = forms.ChoiceField(label=_("What is decided"), choices=Course, widget=forms.RadioSelect)
    amendments = PlainTextField(
        label=_("The amendments"),
        widget=forms.Textarea(attrs={"rows": 5}),
        max_length=10000,
    )
    reasons = PlainTextField(
        label=_("Your reasons and the action you propose"),
        widget=forms.Textarea(attrs={"rows": 5}),
        max_length=10000,
    )
    conflicting_views = PlainTextField(
        label=_("Conflicting views"),
        help_text=_("If the answer stays no, Welsh Government is told of them (§5.8)."),
        widget=forms.Textarea(attrs={"rows": 3}),
        required=False,
        max_length=10000,
    )
    reveals = {
        "reply": {Reply.AMEND.value: ["course", "amendments"], Reply.DISAGREE.value: ["reasons"]}
    }

    def __init__(
        self, *args: Any, may_commission: bool, only_past: bool = False, **kwargs: Any
    ) -> None:
        self.is_final = kwargs["review"].stage == Stage.BOARD_DISCUSSION
        if self.is_final:
            self.reveals = {}
        super().__init__(*args, **kwargs)
        if self.is_final:
            del self.fields["reply"], self.fields["amendments"]
            self.fields["course"].label = _("The final answer")
            self.fields["reasons"].label = _("Reasons")
        else:
            del self.fields["conflicting_views"]
        if not may_commission:
            self._leave_out_reviews()
        elif only_past:
            self.choice_hints = self._only_past()
        if "reason" in self.fields:
            self.fields["reason"].help_text = _("Needed if a review is commissioned.")

    def _leave_out_reviews(self) -> None:
        """What the gate of commissioning would refuse is not offered."""
        self.fields["course"].choices = [  # type: ignore[attr-defined]
            (course.value, course.label) for course in Course if not course.is_review
        ]
        course = recommended_course(self.review)  # too early, there is none
        if "reply" in self.fields and course and Course(course).is_review:
            self.fields["reply"].choices = FIRST[1:]  # type: ignore[attr-defined]

    def _only_past(self) -> dict[str, dict[str, Any]]:
        """Beside what the gate of commissioning refuses today: it may be recorded as past."""
        reviews = dict.fromkeys([each.value for each in Course if each.is_review], ONLY_PAST)
        course = recommended_course(self.review)
        agreeing = {Reply.AGREE.value: ONLY_PAST} if course and Course(course).is_review else {}
        return {"course": reviews, "reply": agreeing}

    def facts(self) -> dict[str, Any]:
        """The answer as the service takes it: amendments are the reasons of an amended answer."""
        facts = super().facts()
        amendments = facts.pop("amendments", "")
        if self.is_final:
            return facts | {"reply": Reply.FINAL}
        return facts | {
            "course": facts.get("course") or "",
            "reasons": amendments or facts.get("reasons") or "",
        }


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
