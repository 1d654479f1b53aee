"""Pages of the decision: the room itself, the Chair's answer, the Board's discussion, notices."""

from dataclasses import replace
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from common.deeds import Answer
from common.forms.both import Pair
from common.forms.shown import SHOWN
from reviews.case.offers import offers
from reviews.decision import services
from reviews.decision.amending import changes
from reviews.decision.answers import state_of, told
from reviews.decision.deeds import CORRECT_NOTICE, RECORD_ANSWER
from reviews.decision.forms import DecideForm, DiscussionForm
from reviews.decision.notice_forms import ANSWERS, AnswerForm, CorrectionForm, NoticeForm
from reviews.deeds import COMMISSION, DECIDE_NO_REVIEW, RECORD_DISCUSSION, SEND_NOTICE
from reviews.door import ask
from reviews.forms import DeedForm
from reviews.models import Notice, Reply, Review
from reviews.pages import BOTH, CasePage, DeedPage
from reviews.permissions import May
from reviews.standing import standing_of


class Room(CasePage):
    """Referral, recommendation, decision and notices, as documents."""

    room = "decision"
    template_name = "reviews/decision/room.html"

    def page(self, request: HttpRequest, **kwargs: Any) -> dict[str, Any]:
        decisions = list(
            self.review.decisions.select_related("decided_by").prefetch_related("amendments")
        )
        return {
            "referral": getattr(self.review, "referral", None),
            "recommendation": getattr(self.review, "recommendation", None),
            "decisions": [(each, changes(list(each.amendments.all()))) for each in decisions],
            "kind_changes": self.review.kind_changes.select_related("decided_by"),
            "has_final": any(decision.reply == Reply.FINAL for decision in decisions),
            "discussion": getattr(self.review, "board_discussion", None),
            "notices": told(self.review),
            "may_make_notice": standing_of(request.user, self.review).may(May.TELL_GOVERNMENT),
            "offers": offers(self.review, request.user, "decision"),
        }


class Decide(DeedPage):
    """The paper to be decided on beside the decision. Only what the door accepts can be chosen."""

    kind = DECIDE_NO_REVIEW
    form_class = DecideForm
    room = "decision"
    template_name = "reviews/decision/decide.html"
    heading = _("The Board Chair's decision")
    done = _("The decision is recorded.")

    def page(self, request: HttpRequest, **kwargs: Any) -> dict[str, Any]:
        return {
            "recommendation": getattr(self.review, "recommendation", None),
            "discussion": getattr(self.review, "board_discussion", None),
            "first": self.review.decisions.first(),
            "commissioning": self.commissioning(request),
        }

    def commissioning(self, request: HttpRequest) -> Answer:
        return ask(self.review, COMMISSION, request.user)

    def question(self, request: HttpRequest) -> Answer:
        """Deciding no review meets no gate; commissioning does, and its warnings come along."""
        answer = super().question(request)
        return replace(answer, warnings=self.commissioning(request).warnings)

    def form_words(self, answer: Answer) -> dict[str, Any]:
        is_open = self.commissioning(self.request).is_yes
        # What the gate refuses today may have been decided already: that is recorded as such.
        past = ask(self.review, COMMISSION, self.request.user, happened=True).is_yes
        person = getattr(self.request.user, "person", None)
        title = "" if answer.for_another or person is None else person.title
        return super().form_words(answer) | {
            "may_commission": is_open or past,
            "only_past": past and not is_open,
            "initial": {"signed_title": title},
        }

    def act(self, form: Any, **words: Any) -> None:
        services.decide(self.review, **form.facts(), **words)


class RecordDiscussion(DeedPage):
    """The Board's discussion after the Chair's disagreement."""

    kind = RECORD_DISCUSSION
    form_class = DiscussionForm
    room = "decision"
    done = _("The discussion has been recorded. The Board Chair now gives the final answer.")

    def act(self, form: Any, **words: Any) -> None:
        services.record_discussion(self.review, **form.facts(), **words)


class SendNotice(DeedPage):
    """Record that a notice went to Welsh Government."""

    kind = SEND_NOTICE
    form_class: type[DeedForm] = NoticeForm
    room = "decision"
    done = _("The notice is recorded.")

    def form_words(self, answer: Answer) -> dict[str, Any]:
        person = getattr(self.request.user, "person", None)
        return super().form_words(answer) | {"initial": {"sender": person}}

    def act(self, form: Any, **words: Any) -> None:
        services.send_notice(self.review, **form.facts(), **words)


class OneNotice(DeedPage):
    """A deed to one notice that is sent: `?notice=` names it, else the first that waits."""

    room = "decision"
    template_name = "reviews/decision/one_notice.html"

    def notices(self) -> dict[str, Notice]:
        if not hasattr(self, "_notices"):
            rows = self.review.notices.filter(is_current=True).prefetch_related("circulations")
            self._notices = {notice.key: notice for notice in rows}
        return self._notices

    def question(self, request: HttpRequest) -> Answer:
        self.__dict__.pop("_notices", None)  # asked again under the lock, they may be others
        return super().question(request)

    def notice(self) -> Notice | None:
        named = self.notices().get(self.request.GET.get("notice", ""))
        waiting = [each for each in self.notices().values() if each.acknowledged_on is None]
        return named or next(iter([*waiting, *self.notices().values()]), None)

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Where nothing was sent there is no form: what is missing is said."""
        if self.notice() is None:
            return self.get(request, **kwargs)
        return super().post(request, **kwargs)

    def form_words(self, answer: Answer) -> dict[str, Any]:
        return super().form_words(answer) | {"notice": self.notice()}

    def page(self, request: HttpRequest, **kwargs: Any) -> dict[str, Any]:
        notice = self.notice()
        others = [each for each in self.notices().values() if each != notice]
        return {"notice": notice, "others": others}

    def back(self) -> str:
        return reverse("reviews:decision", args=[self.review.slug])


class RecordAnswer(OneNotice):
    """What Welsh Government answered."""

    kind = RECORD_ANSWER
    form_class = AnswerForm
    done = _("The answer of Welsh Government is recorded.")

    def act(self, form: Any, **words: Any) -> None:
        services.record_answer(self.review, **form.facts(), **words)

    def overtaken(self, request: HttpRequest, form: DeedForm) -> HttpResponse:
        """Answer 409 with both: what was recorded meanwhile, and what was typed here."""
        self.review = Review.objects.select_related("board", "timetable").get(pk=self.review.pk)
        answer = self.question(request)
        notice = self.notice()
        if not answer.is_yes or notice is None:
            return super().overtaken(request, form)
        sent = request.POST.copy()
        sent["seen"], sent["opened_at"] = state_of(notice), str(self.review.stage)
        sent[SHOWN] = ""
        again = AnswerForm(sent, **self.form_words(answer))
        standing = again.standing()
        asked = [field for field in again.standing_fields() if field.name in of_the_answer(again)]
        meanwhile = [
            Pair(field, standing.get(field.name, "")) for field in asked if standing.get(field.name)
        ]
        shown = {pair.field.name for pair in meanwhile}
        context = {
            "form": again,
            "pairs": meanwhile,
            "same": [],
            "rest": [field for field in again.standing_fields() if field.name not in shown],
            "heading": self.heading or self.kind.label,
            "submit_label": self.kind.label,
            "cancel_url": self.back(),
        }
        return self.show(request, context, status=409, template=BOTH)


def of_the_answer(form: AnswerForm) -> set[str]:
    """The questions about the answer itself."""
    return {name for name in form.fields if name in ANSWERS or name.startswith(("to_", "why_"))}


class CorrectNotice(OneNotice):
    """The sending was recorded wrongly; it is recorded again."""

    kind = CORRECT_NOTICE
    form_class = CorrectionForm
    done = _("The record has been corrected. The first version is kept.")

    def act(self, form: Any, **words: Any) -> None:
        notice = self.notice()
        assert notice is not None  # the door asked for one
        services.correct_notice(self.review, about=notice.key, **form.facts(), **words)
