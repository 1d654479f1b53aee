"""The page of all running deadlines."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from django.conf import settings
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views import View

from boards.models import Board
from common import clock
from common.papers import services
from desk.clocks import files, paper
from desk.clocks.asked import ORDERS, WHEN, Asked, asked_in
from desk.clocks.figures import draw, figures_of
from desk.clocks.running import (
    Clock,
    Place,
    boards_of,
    chosen,
    clocks_of,
    counts,
    every_cause,
    narrowed,
    open_among,
    rules_of,
    rules_of_boards,
    running_of,
    without_limits,
)
from desk.clocks.taking import record_taking
from desk.verbs import Taken
from reviews.journey import RUNNING, Stage
from reviews.models import Review
from reviews.querysets import visible_to

PAGE = 50
AT_MOST = 20_000  # in one file
AND_MORE = gettext_lazy("There are more. Rows in one file at most: %(number)s. Narrow the list.")


class Counted:
    """Rows that have been counted already, to be paged."""

    def __init__(self, rows: QuerySet[Any, Place], number: int) -> None:
        self.rows, self.number = rows, number

    def __len__(self) -> int:
        return self.number

    def __getitem__(self, cut: slice) -> list[Place]:
        return list(self.rows[cut])


@dataclass(frozen=True)
class Chip:
    """A filter that is taken off by choosing it again."""

    label: str
    url: str
    on: bool


@dataclass(frozen=True)
class Choice:
    """A box to choose from, above the list."""

    name: str
    label: str
    options: list[tuple[str, str]]
    chosen: str


class Question:
    """What a reader asks of the running deadlines, and what there is to choose from."""

    def __init__(self, request: HttpRequest) -> None:
        self.user, self.today = request.user, clock.today()
        self.reviews: QuerySet[Review] = running_of(self.user)
        self.boards = boards_of(self.reviews)
        self.asked: Asked = asked_in(request.GET, self.boards)

    @cached_property
    def narrowed(self) -> QuerySet[Review]:
        return narrowed(self.reviews, self.asked, self.today)

    @cached_property
    def counted(self) -> Mapping[str, int]:
        """How many there are, but for late or soon."""
        asked = replace(self.asked, when="")
        return counts(open_among(self.narrowed, asked, self.today), self.today)

    def rows(self) -> QuerySet[Any, Place]:
        return chosen(self.narrowed, self.asked, self.today)

    def clocks(self, rows: Any) -> list[Clock]:
        return clocks_of(rows, self.user, self.today)

    def chips(self) -> list[Chip]:
        """Late, and due soon: with how many each leaves of what else is asked."""
        return [
            Chip(
                f"{label}: {self.counted[code]}",
                self.asked.but(when="" if code == self.asked.when else code),
                code == self.asked.when,
            )
            for code, label in WHEN.items()
            if code
        ]

    @property
    def number(self) -> int:
        """How many answer what is asked."""
        return self.counted[self.asked.when]

    def choices(self) -> list[Choice]:
        """What the list may be narrowed to: what may be, and not only what occurs, which would be
        read off every deadline. Four queries."""
        boards = Board.objects.filter(pk__in=self.boards.values())
        stages = [(str(code), str(Stage(code).label)) for code in RUNNING]
        choices = [
            self.choice("board", _("Board"), [(each.code, str(each)) for each in boards]),
            self.choice("rule", _("Rule"), rules_of_boards(self.boards.values())),
            self.choice("stage", _("Stage"), stages),
            self.choice("cause", _("Cause"), every_cause()),
        ]
        orders = [(code, str(label)) for code, label in ORDERS.items()]
        return [each for each in choices if len(each.options) > 2] + [
            Choice("order", _("Order"), orders, self.asked.order)
        ]

    def choice(self, name: str, label: str, options: list[tuple[str, str]]) -> Choice:
        return Choice(name, label, [("", _("All")), *options], self.asked.words()[name])


class Paper(View):
    """Ask for the paper, with what the list is narrowed to; the worker makes it."""

    def get(self, request: HttpRequest) -> HttpResponse:
        return redirect("desk:clocks")

    def post(self, request: HttpRequest) -> HttpResponse:
        by: Any = request.user
        question = Question(request)
        wanted = request.POST.get("language", "")
        language = wanted if wanted in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE
        subject = paper.subject_of(by, question.asked)
        row = services.ask(paper.KIND, subject=subject, language=language, by=by.pk)
        return redirect("paper", row.pk)


class Download(View):
    """What the list is narrowed to as a file, whole. It is written down that it was taken."""

    def get(self, request: HttpRequest, kind: str) -> HttpResponse:
        question = Question(request)
        rows = list(question.rows()[: AT_MOST + 1])
        clocks = question.clocks(rows[:AT_MOST])
        foot = AND_MORE % {"number": AT_MOST} if len(rows) > AT_MOST else ""
        if kind == Taken.CSV:
            content, content_type = files.as_csv(clocks, foot), files.CSV
        else:
            content = files.as_xlsx(clocks, _("Running deadlines"), foot)
            content_type = files.XLSX
        record_taking(request.user, clocks, kind)
        response = HttpResponse(content, content_type=content_type)
        name = f"running-deadlines-{question.today.isoformat()}.{kind}"
        response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
        return response


class List(View):
    """`/clocks/`: every deadline that runs in the reviews this person may read, late first."""

    def get(self, request: HttpRequest) -> HttpResponse:
        question = Question(request)
        rows: Any = Counted(question.rows(), question.number)  # read in slices, like a query
        page = Paginator(rows, PAGE).get_page(request.GET.get("page"))
        clocks = question.clocks(page.object_list)
        context = {
            "page_obj": page,
            "clocks": clocks,
            "rules": rules_of(clocks),
            "count": question.counted[""],
            "chips": question.chips(),
            "choices": question.choices(),
            "asked": question.asked,
            "query": question.asked.query_and,
            "has_reviews": bool(question.boards),
            "languages": settings.LANGUAGES,
            "without_limits": without_limits(question.reviews),
            "in_a_file": AT_MOST if question.number > AT_MOST else 0,
            "on_a_paper": paper.AT_MOST if question.number > paper.AT_MOST else 0,
        }
        return render(request, "desk/clocks/list.html", context)


class Figures(View):
    """How long stages take, what is kept, what is late and why: of one board or of all."""

    def get(self, request: HttpRequest) -> HttpResponse:
        reviews, today = visible_to(request.user), clock.today()
        boards = Board.objects.filter(pk__in=reviews.order_by().values("board"))
        known = {each.code: each for each in boards}
        board = known.get(request.GET.get("board", ""))
        found = figures_of(reviews.filter(board=board) if board else reviews, today)
        context = {
            "figures": found,
            "stays": draw([(each.label, each.middle, each.longest) for each in found.stays]),
            "why": draw([(each.label, each.number, 0) for each in found.why]),
            "chips": [
                Chip(str(each), "?" if each == board else f"?board={code}", each == board)
                for code, each in known.items()
            ]
            if len(known) > 1
            else [],
            "has_reviews": bool(known),
        }
        return render(request, "desk/clocks/figures.html", context)
