"""A concise review that was just commissioned, and what the panel does with it, step by step."""

import datetime as dt
from typing import Any

import pytest
from django.db.models import QuerySet
from django.urls import reverse

from boards.models import Office
from panels.models import AgencyReturn
from panels.panel.services import agree_terms
from panels.timelines import services as timelines
from reviews.capacities import Capacity
from reviews.children.services import add_child
from reviews.decision.services import decide
from reviews.models import Review
from reviews.people.services import appoint
from reviews.recommendation.services import recommend
from reviews.referral.services import forward, log_referral
from tests.cast import make_agency, make_board, make_user
from tests.stage import rolled_back

JANUARY = dt.date(2026, 1, 5)
ASKED = dt.date(2026, 2, 2)
DUE = dt.date(2026, 2, 27)
TODAY = dt.date(2026, 3, 2)
SUSR = "It commenced before the change."


def fresh(review):
    return Review.objects.select_related("board", "timetable").get(pk=review.pk)


def commissioned(board, coordinator, subgroup_chair, board_chair, kind="concise"):
    """A referral taken to a commissioned review by the services, as the people who do it."""
    review = log_referral(board, by=coordinator, on=JANUARY, source="telephone", sentence="A call.")
    add_child(review, by=coordinator, on=JANUARY, pseudonym="Child A")
    forward(fresh(review), by=coordinator, on=JANUARY)
    recommend(
        fresh(review),
        by=subgroup_chair,
        on=JANUARY,
        course=kind,
        vote="unanimous",
        outline="An outline.",
        rationale="A rationale.",
        period_from_on=dt.date(2025, 1, 1),
        period_until_on=dt.date(2025, 12, 31),
        period_why="The year before.",
    )
    decide(fresh(review), by=board_chair, on=JANUARY, reply="agree", reason=SUSR)
    return fresh(review)


def appointed(review, by, user, capacity, agency=None):
    appoint(
        review,
        by=by,
        on=JANUARY,
        person=user.person,
        capacity=capacity,
        agency=agency,
        is_independent=capacity == Capacity.PANEL_CHAIR,
    )
    return user


def at_its_start() -> Review:
    """Commissioned, with nobody appointed yet."""
    board = make_board("be")
    return commissioned(
        board,
        make_user(board, "coordinator", Office.COORDINATOR),
        make_user(board, "subgroup-chair", Office.SUBGROUP_CHAIR),
        make_user(board, "board-chair", Office.BOARD_CHAIR),
    )


def with_panel(review: Review | None = None) -> Review:
    """A panel, a reviewer and an author for each of two agencies."""
    review = review or at_its_start()
    board = review.board
    by, ours = make_user(board, "coordinator"), make_agency(board)
    police = make_agency(board, "police", "police")
    for role, of, capacity, for_them in (
        ("panel-chair", ours, Capacity.PANEL_CHAIR, None),
        ("reviewer", None, Capacity.REVIEWER, None),
        ("panel-member", ours, Capacity.PANEL_MEMBER, ours),
        ("agency-author", ours, Capacity.AGENCY_AUTHOR, ours),
        ("police-author", police, Capacity.AGENCY_AUTHOR, police),
    ):
        appointed(review, by, make_user(board, role, agency=of), capacity, for_them)
    return fresh(review)


def with_agencies_asked(review: Review | None = None) -> Review:
    """Terms are agreed, and the two agencies are asked."""
    review = with_panel(review)
    chair, ours = make_user(review.board, "panel-chair"), make_agency(review.board)
    police = make_agency(review.board, "police", "police")
    agree(review, chair)
    timelines.ask_agencies(fresh(review), by=chair, on=ASKED, agencies=[ours, police], due_on=DUE)
    return fresh(review)


BEGINNINGS = {"asked": with_agencies_asked, "panel": with_panel, "review": at_its_start}


@pytest.fixture
def db(request, database_with, django_db_blocker):
    """The database in which what the test asks for stands already; or the empty one."""
    asked_for = [each for each in BEGINNINGS if each in request.fixturenames]
    build = BEGINNINGS[asked_for[0]] if asked_for else make_nothing
    name = database_with(f"panels_{build.__name__}", build)
    with django_db_blocker.unblock(), rolled_back(name):
        yield


def make_nothing() -> None:
    """The test begins with nobody."""


@pytest.fixture
def review(db):
    """Commissioned; with a panel or with agencies asked if the test asks for that too."""
    return Review.objects.select_related("board", "timetable").get()


@pytest.fixture
def police(board):
    return make_agency(board, "police", "police")


@pytest.fixture
def police_author(board, police):
    return make_user(board, "police-author", agency=police)


@pytest.fixture
def panel(review):
    return review


def agree(review, by, **changes):
    facts: dict[str, Any] = {
        "on": ASKED,
        "version": 0,
        "questions": "What was known?",
        "period_from_on": dt.date(2025, 1, 1),
        "period_until_on": dt.date(2025, 12, 31),
    }
    return agree_terms(review, by=by, **facts | changes)


@pytest.fixture
def asked(review):
    return review


@pytest.fixture
def own_return(asked, agency):
    return AgencyReturn.objects.get(review=asked, agency=agency)


@pytest.fixture
def police_return(asked, police):
    return AgencyReturn.objects.get(review=asked, agency=police)


def give(row, by, **changes):
    facts: dict[str, Any] = {
        "on": TODAY,
        "state": "returned",
        "searched": "The case system.",
        "entries": 12,
        "analysis": "Three visits were missed.",
    }
    return timelines.give_return(row, by=by, **facts | changes)


@pytest.fixture(autouse=True)
def no_second_factor(settings):
    settings.SECOND_FACTOR_REQUIRED = False


@pytest.fixture
def as_user(client):
    def sign_in(user):
        client.force_login(user)
        return client

    return sign_in


def url(name, review):
    return reverse(f"panels:{name}", args=[review.slug])


def date_boxes(form, name, day):
    """The three boxes of a date under the names that the form itself gives them."""
    widget = form.fields[name].widget
    return {
        f"{name}{suffix}": value
        for suffix, value in zip(widget.widgets_names, (day.day, day.month, day.year), strict=True)
    }


def filled(page, **answers):
    """What a person sends: the form as it came, with their answers."""
    form = page.context["form"]
    sent: dict[str, Any] = {}
    for name in form.fields:
        value = answers.get(name, form[name].value())
        if hasattr(value, "year"):
            sent |= date_boxes(form, name, value)
        elif isinstance(value, QuerySet | list | tuple):
            sent[name] = list(value)
        elif value is not None and value is not False:
            sent[name] = value
    return sent
