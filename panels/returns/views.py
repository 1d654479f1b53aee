"""The pages on which a timeline that came is asked about, signed off or opened again."""

from dataclasses import replace
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext_lazy as _

from common.deeds import Answer, Obstacle, Refused
from panels.deeds import QUERY_ANSWERED, QUERY_ASKED, RETURN_SIGNED_OFF, RETURN_UNLOCKED
from panels.models import ReturnQuery
from panels.returns import services
from panels.returns.forms import AnswerQueryForm, AskQueryForm, SignOffForm, UnlockForm
from panels.timelines.returns import ReturnDeed


def blocked(answer: Answer, obstacle: Obstacle | None) -> Answer:
    """The answer with what stands in the way of this row."""
    return replace(answer, obstacles=(*answer.obstacles, obstacle)) if obstacle else answer


class SignOff(ReturnDeed):
    kind = RETURN_SIGNED_OFF
    form_class = SignOffForm
    intro = _(
        "By signing off the timeline, the panel member confirms that the agency stands by it."
    )
    done = _("The timeline is signed off.")

    def question(self, request: HttpRequest) -> Answer:
        answer = super().question(request)
        row = self.agency_return
        if obstacle := services.signing_in_the_way(row):
            return blocked(answer, obstacle)
        if not services.may_sign_off(row, self.review, request.user):
            raise Refused(services.OWN_MEMBER_ONLY)
        return answer

    def form_words(self, answer: Answer) -> dict[str, Any]:
        return super().form_words(answer) | {"agency_return": self.agency_return}

    def act(self, form: Any, **words: Any) -> None:
        services.sign_off(self.agency_return, **words)


class AskQuery(ReturnDeed):
    kind = QUERY_ASKED
    form_class = AskQueryForm
    done = _("The agency is asked.")

    def question(self, request: HttpRequest) -> Answer:
        missing = None if self.agency_return.has_come else services.NOT_COME
        return blocked(super().question(request), missing)

    def act(self, form: Any, **words: Any) -> None:
        services.ask_query(self.agency_return, **form.facts(), **words)


class AnswerQuery(ReturnDeed):
    """One question and the box for its answer."""

    kind = QUERY_ANSWERED
    form_class = AnswerQueryForm
    done = _("The question is answered. Thank you.")
    query: ReturnQuery

    def dispatch(  # type: ignore[override]  # found by its own address, not by the case's
        self, request: HttpRequest, *args: Any, uuid: UUID, query: UUID, **kwargs: Any
    ) -> HttpResponse:
        self.asked = query
        return super().dispatch(request, *args, uuid=uuid, **kwargs)

    def question(self, request: HttpRequest) -> Answer:
        self.query = get_object_or_404(
            self.agency_return.queries.select_related("agency_return__review"), uuid=self.asked
        )
        answer = super().question(request)
        if not self.is_mine(request.user):
            raise Refused(services.OWN_ANSWER_ONLY)
        self.intro = self.query.question
        return blocked(answer, services.ANSWERED_ALREADY if self.query.answered_on else None)

    def act(self, form: Any, **words: Any) -> None:
        services.answer_query(self.query, **form.facts(), **words)


class Unlock(ReturnDeed):
    kind = RETURN_UNLOCKED
    form_class = UnlockForm
    intro = _(
        "The version you have does not change until the corrected version arrives. Both are kept."
    )
    done = _("The timeline has been reopened for a correction.")

    def question(self, request: HttpRequest) -> Answer:
        row = self.agency_return
        obstacle = None if row.has_come else services.NOT_COME
        if row.unlocked_on:
            obstacle = services.OPEN_ALREADY
        return blocked(super().question(request), obstacle)

    def act(self, form: Any, **words: Any) -> None:
        services.unlock(self.agency_return, **form.facts(), **words)
