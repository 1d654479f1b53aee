"""What the pages of a board share: how a page gets its board, and a form that does one deed."""

import datetime as dt
import uuid
from collections.abc import Collection, Iterable
from typing import Any, ClassVar

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views import View

from boards.models import Board, Person, User
from boards.permissions import MayBoard
from common import clock
from common.deeds import NotNow, Overtaken, Refused, WrongDate
from common.forms import Form
from common.forms.both import side_by_side
from common.forms.shown import SHOWN, add_shown, digest_of, is_older
from common.once import AlreadyDone, key_of, once, result_of


def open_board(request: HttpRequest, code: str, right: MayBoard) -> Board:
    """The only way a page gets its board: a stranger is told there is none."""
    board = Board.objects.filter(code=code).first()
    if board is None or not request.user.has_perm(right, board):
        raise Http404
    return board


def person_on(board: Board, uuid: Any) -> Person:
    """A person on the board's list today, by the code in the address."""
    found = Person.objects.of_board(board, clock.today())
    person: Person | None = found.filter(uuid=uuid).first()
    if person is None:
        raise Http404
    return person


class NoQuestions(Form):
    """Nothing to fill in: only to confirm."""


class BoardForm(View):
    """One form, one service, then back. What the service answers stands above the form.

    A hidden key makes each form count once: a second click leads to what the first one did.
    """

    right = MayBoard.MANAGE_PEOPLE
    heading: str | Promise = ""
    submit_label: str | Promise = _("Save")
    done: str | Promise = ""
    intro: str | Promise = ""
    warning = False
    form_class: ClassVar[type[forms.BaseForm]] = NoQuestions
    proposed: Collection[str] = ()
    """Fields that open with a proposal instead of what is stored."""
    board: Board
    by: User
    on: dt.date

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        assert isinstance(request.user, User)  # the middleware lets nobody else in
        self.by, self.on = request.user, clock.today()
        self.board = open_board(request, kwargs["code"], self.right)
        # Before the address is looked at: what it names may be gone by what the form did itself.
        if first := result_of(request.POST, by=self.by):
            return HttpResponseRedirect(first)
        self.prepare()
        return super().dispatch(request, *args, **kwargs)

    def prepare(self) -> None:
        """Find what the address names, or raise Http404."""

    def make_form(self, data: Any = None) -> forms.BaseForm:
        return self.form_class(data)

    def form(self, data: Any = None) -> forms.BaseForm:
        """The form, with a digest of what it opens with."""
        form = self.make_form(data)
        add_shown(form, lambda: digest_of(form, but=self.proposed, also=self.also_stored()))
        return form

    def also_stored(self) -> Iterable[Any]:
        """What the form writes over without opening with it."""
        return ()

    def do(self, form: forms.BaseForm) -> None:
        """Call the one service."""
        raise NotImplementedError

    def back(self) -> str:
        """Where the page leads, done or not."""
        raise NotImplementedError

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return self.page(self.form())

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        form = self.form(request.POST)
        if self.is_older():
            return self.both(request)
        if not form.is_valid():
            return self.page(form)
        form.cleaned_data.pop(SHOWN)
        try:
            with transaction.atomic():
                self.hold_still()
                with once(key_of(request.POST), by=self.by, result=self.back()) as ticket:
                    self.do(form)
                    ticket.result = self.back()
        except AlreadyDone as first:
            return HttpResponseRedirect(first.result)
        except Overtaken:
            return self.both(request)
        except NotNow as answer:
            sentences = [str(obstacle.sentence) for obstacle in answer.obstacles]
        except (Refused, WrongDate) as answer:
            sentences = [str(answer.sentence)]
        else:
            messages.success(request, str(self.done))
            return HttpResponseRedirect(ticket.result)
        for sentence in sentences:
            form.add_error(None, ValidationError(sentence))
        return self.page(form, status=409)

    def is_older(self) -> bool:
        """Whether the page that sent the form had opened with something else than it would now."""
        return is_older(self.request.POST.get(SHOWN, ""), self.form())

    def hold_still(self) -> None:
        """Lock the board, and raise Overtaken if what the page showed is stored no longer."""
        self.board = Board.objects.select_for_update(no_key=True).get(pk=self.board.pk)
        self.prepare()
        if self.is_older():
            raise Overtaken(self.board)

    def both(self, request: HttpRequest) -> HttpResponse:
        """Answer 409 with what is stored now beside what was typed; or lead to what this very form
        did, if it was sent twice at once."""
        if first := result_of(request.POST, by=self.by):
            return HttpResponseRedirect(first)
        self.prepare()
        form, pairs, same = side_by_side(request.POST, self.form)
        context = {
            "board": self.board,
            "eyebrow": self.eyebrow(),
            "form": form,
            "pairs": pairs,
            "same": same,
            "rest": [],
            "key": self.key(),
            "submit_label": self.submit_label,
            "cancel_url": self.back(),
        }
        return render(request, "both_page.html", context, status=409)

    def key(self) -> uuid.UUID:
        """The form's own; a new one where none was sent."""
        try:
            return uuid.UUID(self.request.POST.get("key", ""))
        except ValueError:
            return uuid.uuid4()

    def page(self, form: forms.BaseForm, status: int = 200) -> HttpResponse:
        context = {
            "board": self.board,
            "eyebrow": self.eyebrow(),
            "heading": self.heading,
            "intro": self.intro,
            "form": form,
            "key": self.key(),
            "submit_label": self.submit_label,
            "warning": self.warning,
            "cancel_url": self.back(),
            "back_url": self.back(),
        }
        return render(self.request, "form_page.html", context, status=status)

    def eyebrow(self) -> str:
        return str(self.board)


class PersonForm(BoardForm):
    """A form about one person on the board's list."""

    person: Person

    def prepare(self) -> None:
        self.person = person_on(self.board, self.kwargs["uuid"])

    def back(self) -> str:
        return self.person.page_on(self.board)

    def eyebrow(self) -> str:
        return self.person.name
