"""The pages of the board's other work."""

from typing import Any

from django.contrib.auth.models import AnonymousUser
from django.forms import BaseForm
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views import View

from audit import ledger
from boards.models import Board, User
from boards.views import BoardForm
from common import clock
from common.once import result_of
from reviews.models import OtherWork
from reviews.other_work import services
from reviews.other_work.deeds import WORK_READ
from reviews.other_work.forms import AddWorkForm, ChangeWorkForm, ForumForm, initial_of
from reviews.other_work.reading import (
    TARGET,
    boards_keeping,
    days_of_work,
    forum_of,
    work_visible_to,
)
from reviews.permissions import May
from reviews.querysets import visible_to
from reviews.standing import standing_on_board


def work_of(user: User | AnonymousUser, uuid: Any) -> OtherWork:
    """The only way a page gets other work: a stranger is told there is none."""
    work = work_visible_to(user).filter(uuid=uuid).first()
    if work is None:
        raise Http404
    return work


class ShowWork(View):
    """One piece of other work: how it stands, its record, its history."""

    def get(self, request: HttpRequest, uuid: Any) -> HttpResponse:
        work = work_of(request.user, uuid)
        ledger.record(
            WORK_READ,
            by=request.user.pk,
            capacity=standing_on_board(request.user, work.board).capacity(May.VIEW),
            board=work.board_id,
            on=clock.today(),
            target=TARGET,
            target_id=work.pk,
        )
        linked = [pk for pk in (work.review_id, work.became_id) if pk]
        seen = {row.pk: row for row in visible_to(request.user).filter(pk__in=linked)}
        context: dict[str, Any] = {
            "work": work,
            "board": work.board,
            "forum": forum_of(work),
            "follows": seen.get(work.review_id or 0),
            "became": seen.get(work.became_id or 0),
            "days": days_of_work(work),
            "reasons": {},
            "keeps": request.user.has_perm(May.KEEP_OTHER_WORK, work.board),
        }
        return render(request, "reviews/other_work/show.html", context)


class ChooseBoard(View):
    """Whose list it goes on; with one board the form itself."""

    def get(self, request: HttpRequest) -> HttpResponse:
        boards = list(boards_keeping(request.user))
        if not boards:
            raise Http404
        if len(boards) == 1:
            return redirect("reviews:add_work", boards[0].code)
        return render(request, "reviews/other_work/boards.html", {"boards": boards})


class WorkForm(BoardForm):
    """A form about other work; whoever only reads it is told so."""

    work: OtherWork | None = None

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        assert isinstance(request.user, User)  # the middleware lets nobody else in
        self.by, self.on = request.user, clock.today()
        self.board = self.find(request)
        if not request.user.has_perm(May.KEEP_OTHER_WORK, self.board):
            raise Http404
        if first := result_of(request.POST, by=self.by):
            return redirect(first)
        return View.dispatch(self, request, *args, **kwargs)

    def find(self, request: HttpRequest) -> Board:
        self.work = work_of(request.user, self.kwargs["uuid"])
        return self.work.board

    def prepare(self) -> None:
        """Asked again under the lock of the board."""
        if self.work:
            self.work.refresh_from_db()

    def back(self) -> str:
        return self.work.get_absolute_url() if self.work else reverse("reviews:list")

    def eyebrow(self) -> str:
        return str(self.work or self.board)


class AddWork(WorkForm):
    heading = _("Add other work")
    intro = _("Forums, adult reviews and other reviews of your board, so that one list holds all.")
    done = _("It stands on the list.")

    def find(self, request: HttpRequest) -> Board:
        board = boards_keeping(request.user).filter(code=self.kwargs["code"]).first()
        if board is None:
            raise Http404
        return board

    def make_form(self, data: Any = None) -> BaseForm:
        initial: dict[str, Any] = {"began_on": self.on}
        if slug := self.request.GET.get("review"):
            cases = AddWorkForm(board=self.board, user=self.by).fields["review"].queryset  # type: ignore[attr-defined]  # a ModelChoiceField
            initial |= {
                "review": next((row.pk for row in cases if row.slug == slug), None),
                "kind": "forum",
            }
        return AddWorkForm(data, board=self.board, user=self.by, initial=initial)

    def do(self, form: BaseForm) -> None:
        self.work = services.add_work(self.board, by=self.by, on=self.on, **form.cleaned_data)


class ChangeWork(WorkForm):
    heading = _("Bring up to date")
    done = _("It is up to date.")

    def make_form(self, data: Any = None) -> BaseForm:
        assert self.work is not None
        return ChangeWorkForm(data, board=self.board, user=self.by, initial=initial_of(self.work))

    def do(self, form: BaseForm) -> None:
        assert self.work is not None
        services.change_work(self.work, by=self.by, on=self.on, **form.cleaned_data)


class KeepForum(WorkForm):
    heading = _("Record the forum")
    intro = _("A forum counts as complete once it is written down what was learnt and shared.")
    done = _("The record is kept.")

    def make_form(self, data: Any = None) -> BaseForm:
        assert self.work is not None
        return ForumForm(data, instance=forum_of(self.work))

    def do(self, form: BaseForm) -> None:
        assert self.work is not None
        assert isinstance(form, ForumForm)
        services.keep_forum(self.work, by=self.by, on=self.on, facts=form.facts())
