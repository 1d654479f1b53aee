"""The people of the journeys: accounts with a password, each signed in once."""

import datetime as dt
from functools import cache

import pytest

from boards.models import Hold, Office
from tests.cast import make_agency, make_board, make_user
from tests.journeys.road import Road
from tests.journeys.somebody import PASSWORD, Somebody


@pytest.fixture
def agencies(db):
    board = make_board("be")
    return make_agency(board), make_agency(board, "health", "health_board")


@pytest.fixture
def people(agencies, patient):
    """Everybody who takes part, with an account."""
    return populate(agencies)


@pytest.fixture
def patient(settings, monkeypatch):
    """Weeks pass between two steps: a session lasts as long, so that each signs in once."""
    settings.SECOND_FACTOR_REQUIRED = False
    for limit in ("IDLE", "WHOLE"):
        monkeypatch.setattr(f"boards.middleware.{limit}", 10**9)


def populate(agencies):
    social_services, health = agencies
    board = make_board("be")
    for role, office, hold in (
        ("coordinator", Office.COORDINATOR, Hold.HOLDER),
        ("board-chair", Office.BOARD_CHAIR, Hold.HOLDER),
        ("subgroup-chair", Office.SUBGROUP_CHAIR, Hold.HOLDER),
    ):
        make_user(board, role, office, hold, password=PASSWORD)
    for role, agency in (
        ("panel-chair", health),
        ("reviewer", health),
        ("reviewer-local", health),
        ("panel-member", social_services),
        ("agency-author", health),
        ("action-owner", social_services),
    ):
        make_user(board, role, agency=agency, password=PASSWORD)
    return board


@pytest.fixture
def road(people, settings):
    """A review's road, walked with Django's client."""

    def at(day: dt.date) -> None:
        settings.DEMO_TODAY = day.isoformat()

    return Road(cache(lambda role: Somebody(f"{role}@be.test")), at)
