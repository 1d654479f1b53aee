"""The pages of a board's register of reviewers. A stranger is told there is none."""

from typing import Any

from django.db.models import QuerySet
from django.forms import BaseForm
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views import View

from boards.models import Board
from boards.views import BoardForm
from common import clock
from panels.models import Reviewer
from panels.register import services
from panels.register.forms import EntryForm, LeaveForm, SearchForm, TrainingForm
from panels.register.querysets import on_register
from reviews.permissions import May


def open_register(request: HttpRequest, code: str, right: May = May.SEE_REVIEWERS) -> Board:
    sought = Board.objects.filter(code=code).first()
    if sought is None or not request.user.has_perm(right, sought):
        raise Http404
    return sought


def rows_of(board: Board) -> QuerySet[Reviewer]:
    return on_register(board, clock.today())


class Register(View):
    """Everybody in the register, by what is looked for."""

    def get(self, request: HttpRequest, code: str) -> HttpResponse:
        board = open_register(request, code)
        form = SearchForm(request.GET or None)
        rows = rows_of(board)
        context = {
            "board": board,
            "form": form,
            "searched": bool(request.GET),
            "rows": form.found(rows, clock.today()) if request.GET else rows.filter(left_on=None),
            "keeps": request.user.has_perm(May.KEEP_REVIEWERS, board),
        }
        return render(request, "panels/register/list.html", context)


class Show(View):
    """One reviewer's entry."""

    def get(self, request: HttpRequest, code: str, uuid: Any) -> HttpResponse:
        board = open_register(request, code)
        sought = rows_of(board)
        row = get_object_or_404(sought, person__uuid=uuid)
        context = {
            "board": board,
            "row": row,
            "keeps": request.user.has_perm(May.KEEP_REVIEWERS, board),
        }
        return render(request, "panels/register/reviewer.html", context)


class RegisterForm(BoardForm):
    """A form about the register, for those who keep it."""

    right = May.KEEP_REVIEWERS  # type: ignore[assignment]  # a board's cases, at their own door

    def back(self) -> str:
        return reverse("panels:register", args=[self.board.code])


class Enter(RegisterForm):
    heading = _("Add a reviewer to the register")
    done = _("The reviewer has been added to the register.")
    entered: Reviewer | None = None

    def make_form(self, data: Any = None) -> BaseForm:
        return EntryForm(data, board=self.board)

    def do(self, form: Any) -> None:
        person = form.cleaned_data["person"]
        self.entered = services.enter(
            self.board, by=self.by, on=self.on, person=person, facts=form.facts()
        )

    def back(self) -> str:
        if self.entered is None:
            return super().back()
        return reverse("panels:reviewer", args=[self.board.code, self.entered.person.uuid])


class EntryPage(RegisterForm):
    """A form about one entry."""

    reviewer: Reviewer

    def prepare(self) -> None:
        sought = rows_of(self.board)
        self.reviewer = get_object_or_404(sought, person__uuid=self.kwargs["uuid"])

    def back(self) -> str:
        return reverse("panels:reviewer", args=[self.board.code, self.reviewer.person.uuid])

    def eyebrow(self) -> str:
        return self.reviewer.person.name


class Change(EntryPage):
    heading = _("Change the entry")
    done = _("The entry is changed.")

    def make_form(self, data: Any = None) -> BaseForm:
        return EntryForm(data, board=self.board, reviewer=self.reviewer)

    def do(self, form: Any) -> None:
        version = form.cleaned_data.get("version") or 0
        services.change(self.reviewer, by=self.by, on=self.on, version=version, facts=form.facts())


class RecordTraining(EntryPage):
    heading = _("Record training")
    done = _("The training is recorded.")
    form_class = TrainingForm

    def do(self, form: Any) -> None:
        services.record_training(self.reviewer, by=self.by, on=self.on, **form.cleaned_data)


class Leave(EntryPage):
    heading = _("Remove this person from the register?")
    intro = _("The entry and what the person did stay in the history.")
    submit_label = _("Remove from the register")
    done = _("The person has been removed from the register.")
    warning = True
    form_class = LeaveForm

    def do(self, form: Any) -> None:
        services.leave(self.reviewer, by=self.by, on=self.on, **form.cleaned_data)
