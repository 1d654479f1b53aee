"""What was sent: the page of a case and of a board, and the task of what was not delivered."""

from typing import Any

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views import View

from boards.models import Board
from common import clock
from common.deeds import Answer
from common.models import OutboxMessage
from desk.deeds import TELL_OTHERWISE
from desk.reminders.nobody import unreached
from desk.sent import services
from desk.sent.forms import TellOtherwiseForm
from desk.sent.reading import Show, about, not_arrived, rows_of, shown
from reviews.case.offers import offers
from reviews.door import ask
from reviews.pages import CasePage, DeedPage
from reviews.permissions import May
from reviews.querysets import visible_to
from reviews.standing import standing_on_board

ON_A_PAGE = 50


def page_of(request: HttpRequest, messages: QuerySet[OutboxMessage]) -> dict[str, Any]:
    """One page of the messages, as chosen by ?show=."""
    asked = request.GET.get("show", "")
    show = asked if asked in Show.values else Show.ALL
    page = Paginator(shown(messages, show), ON_A_PAGE).get_page(request.GET.get("page"))
    return {
        "page_obj": page,
        "rows": rows_of(list(page)),
        "show": show,
        "shows": Show.choices,
        "query": f"show={show}&",
    }


class CaseSent(CasePage):
    room = "sent"
    template_name = "desk/sent/case.html"

    def page(self, request: HttpRequest, **kwargs: Any) -> dict[str, Any]:
        return page_of(request, about([self.review])) | {
            "unreached": unreached([self.review], clock.today()),
            "may_tell": ask(self.review, TELL_OTHERWISE, request.user).is_yes,
            "offers": offers(self.review, request.user, "sent"),
        }


class TellOtherwise(DeedPage):
    """How somebody was told whom no message reached."""

    room = "sent"
    kind = TELL_OTHERWISE
    form_class: type[TellOtherwiseForm] = TellOtherwiseForm
    intro = _("A message did not arrive. Tell its reader another way, and say here how.")

    def message(self) -> OutboxMessage:
        return get_object_or_404(not_arrived([self.review]), pk=self.kwargs["message"])

    def question(self, request: HttpRequest) -> Answer:
        self.message()
        return super().question(request)

    def back(self) -> str:
        return reverse("desk:sent", args=[self.review.slug])

    def act(self, form: TellOtherwiseForm, **words: Any) -> None:
        services.tell_otherwise(self.review, message=self.message(), **form.facts(), **words)


class BoardSent(View):
    """For whoever reads the board's reviews by office: what was sent about those they may open."""

    def get(self, request: HttpRequest, code: str) -> HttpResponse:
        board = Board.objects.filter(code=code).first()
        if board is None or not standing_on_board(request.user, board).may(May.VIEW):
            raise Http404
        seen = visible_to(request.user).filter(board=board)
        messages = about(seen.order_by())
        return render(
            request, "desk/sent/board.html", page_of(request, messages) | {"board": board}
        )
