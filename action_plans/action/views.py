"""Pages of one action: for its owner, without the case, and for those who see the case."""

import uuid
from collections.abc import Mapping
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views import View

from action_plans import deeds
from action_plans.action import services
from action_plans.action.forms import (
    CarryOverForm,
    ChangeActionForm,
    CompleteForm,
    ProgressForm,
    RaiseForm,
    VerifyForm,
)
from action_plans.door import door
from action_plans.models import Action
from action_plans.reading import visible_to
from common.deeds import Answer, Refused
from reviews.access import record_reading
from reviews.case.offers import Offer
from reviews.case.telling import capacity_label
from reviews.forms import DeedForm
from reviews.pages import DeedPage
from reviews.permissions import May
from reviews.standing import standing_of
from reviews.versions import TextPage

ACTION_FACTS = (
    "learning_point",
    "text",
    "agency",
    "level",
    "owner",
    "start_on",
    "due_on",
    "intended_outcome",
    "measure",
    "earlier_action",
)


MOVED_ON = _(
    "Somebody moved the review to another stage while this page was open. Check your"
    " answers and send them again."
)


def open_action(request: HttpRequest, key: uuid.UUID) -> Action:
    """The action, if this person may open it. Raises Http404 for anybody else; records the read."""
    action = visible_to(request.user).filter(uuid=key).first()
    if action is None:
        raise Http404
    if request.method == "GET":
        record_reading(request.user, action.plan.review, "action")
    return action


def frame(action: Action, user: Any) -> dict[str, Any]:
    """What every page of an action knows. The case is linked for those alone who may open it."""
    review = action.plan.review
    sees_case = user.has_perm(May.VIEW, review)
    return {
        "action": action,
        "board": review.board,
        "capacity": capacity_label(standing_of(user, review).capacity(May.VIEW)) or _("Owner"),
        "reference": str(review.reference),
        "plan_url": reverse("action_plans:room", args=[review.slug]) if sees_case else "",
    }


def offers_of(action: Action, user: Any) -> list[Offer]:
    """The deeds on this action that are this reader's and can be done now."""
    return [
        Offer(kind, reverse(kind.url_name, args=[action.uuid]), answer)
        for kind in deeds.OF_AN_ACTION
        if (answer := door.ask(action, kind, user)).is_yes
    ]


class Page(View):
    """One action: what, whose, by when, and its diary."""

    def get(self, request: HttpRequest, key: uuid.UUID) -> HttpResponse:
        action = open_action(request, key)
        context = frame(action, request.user) | {
            "diary": action.diary.select_related("by"),
            "supporting": action.supporting.all(),
            "offers": offers_of(action, request.user),
        }
        return render(request, "action_plans/action.html", context)


class Mine(View):
    """The actions of the reader's own, in whatever case."""

    def get(self, request: HttpRequest) -> HttpResponse:
        actions = Action.objects.owned_by(request.user).select_related("plan__review__board")
        context = {"actions": sorted(actions, key=lambda row: (not row.is_unfinished, row.due_on))}
        return render(request, "action_plans/mine.html", context)


class OfAction(DeedPage):
    """A deed whose page is reached by the action, not by the case."""

    room = "plan"
    action: Action

    def dispatch(  # type: ignore[override]  # found by the action, not by the case
        self, request: HttpRequest, *args: Any, key: uuid.UUID, **kwargs: Any
    ) -> HttpResponse:
        self.action = open_action(request, key)
        self.review = self.action.plan.review
        return View.dispatch(self, request, *args, **kwargs)  # type: ignore[return-value]

    def question(self, request: HttpRequest) -> Answer:
        if request.method == "POST":  # asked again under the lock: somebody may have been quicker
            self.action.refresh_from_db()
        answer = door.ask(self.action, self.kind, request.user)
        if answer.refusal is not None:
            raise Refused(answer.refusal)
        return answer

    def form_words(self, answer: Answer) -> dict[str, Any]:
        return super().form_words(answer) | {"also": (self.action.status, self.action.reasons)}

    def back(self) -> str:
        return self.action.get_absolute_url()


class ActionDeed(OfAction):
    """A deed in a page without the frame of the case: the owner does not see it."""

    template_name = "action_plans/deed.html"
    both_template = "both_page.html"

    def show(
        self, request: HttpRequest, context: dict[str, Any], status: int = 200, template: str = ""
    ) -> HttpResponse:
        full = frame(self.action, request.user) | context
        return render(request, template or self.template_name, full, status=status)

    def overtaken(self, request: HttpRequest, form: DeedForm) -> HttpResponse:
        """The review moved on meanwhile, or the action was changed: what was typed stands in the
        form, to be sent again."""
        self.action = visible_to(request.user).get(pk=self.action.pk)
        self.review = self.action.plan.review
        answer = self.question(request)
        if self.is_older(form):
            return self.both(request, answer)
        sent = request.POST.copy()
        sent["opened_at"] = str(self.review.stage)
        again = self.form_class(sent, **self.form_words(answer))
        again.add_error(None, MOVED_ON)
        page = self.show_form(request, answer, again)
        page.status_code = 409
        return page


class Change(OfAction, TextPage):
    """Change the action, on top of the version that stands. Who may, sees the case."""

    kind = deeds.CHANGE_ACTION
    form_class = ChangeActionForm
    done = _("The action is changed.")

    def standing(self) -> tuple[int, Mapping[str, Any]]:
        self.action.refresh_from_db()
        return self.action.version, {
            **{name: getattr(self.action, name) for name in ACTION_FACTS},
            "supporting": self.action.supporting.all(),
        }

    def form_words(self, answer: Answer) -> dict[str, Any]:
        return super().form_words(answer) | {"is_final": self.action.plan.is_final}

    def act(self, form: Any, **words: Any) -> None:
        facts = form.facts()
        why = facts.pop("why", "")
        services.change_action(self.action, facts=facts, why=why, **words)


class RecordProgress(ActionDeed):
    kind = deeds.RECORD_PROGRESS
    form_class = ProgressForm
    done = _("The progress has been recorded.")

    def act(self, form: Any, **words: Any) -> None:
        services.record_progress(self.action, **form.facts(), **words)


class Complete(ActionDeed):
    kind = deeds.COMPLETE
    form_class = CompleteForm
    intro = _("Somebody else will check the evidence and verify the action.")
    done = _("The action is recorded as completed.")

    def act(self, form: Any, **words: Any) -> None:
        services.complete(self.action, **form.facts(), **words)


class Raise(ActionDeed):
    kind = deeds.RAISE
    form_class = RaiseForm
    done = _("The date on which the action was raised with Welsh Government has been recorded.")

    def act(self, form: Any, **words: Any) -> None:
        services.raise_with_government(self.action, **form.facts(), **words)


class Judging(ActionDeed):
    """A deed that judges the owner's work: nobody may name the owner as having decided it."""

    def form_words(self, answer: Answer) -> dict[str, Any]:
        return super().form_words(answer) | {"not_by": self.action.owner_id}


class Verify(Judging):
    kind = deeds.VERIFY
    form_class = VerifyForm
    done = _("The action is verified.")

    def act(self, form: Any, **words: Any) -> None:
        services.verify(self.action, **form.facts(), **words)


class CarryOver(Judging):
    kind = deeds.CARRY_OVER
    form_class = CarryOverForm
    done = _("The outcome of the action has been recorded.")

    def act(self, form: Any, **words: Any) -> None:
        services.carry_over(self.action, **form.facts(), **words)
