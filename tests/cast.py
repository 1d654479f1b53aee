"""The cast: the people of two boards, as accounts with a person behind them.

Plain functions make them; conftest.py makes fixtures of the same names. Offices are held here;
appointments to a review are made where there is one (tests.world).
"""

import datetime as dt

import pytest

from boards.models import (
    Agency,
    Board,
    Hold,
    Holding,
    Listing,
    Membership,
    Office,
    Partnership,
    Person,
    User,
)

LONG_AGO = dt.date(2020, 1, 1)


def make_board(code: str = "be") -> Board:
    names = {
        "be": ("Bro Eithin Safeguarding Board", "Bwrdd Diogelu Bro Eithin"),
        "dc": ("Dyffryn Celyn Safeguarding Board", "Bwrdd Diogelu Dyffryn Celyn"),
    }
    name_en, name_cy = names[code]
    board, _made = Board.objects.get_or_create(
        code=code,
        defaults={
            "prefix": code.upper(),
            "name_en": name_en,
            "name_cy": name_cy,
            "is_fictional": True,
        },
    )
    return board


def make_agency(board: Board, code: str = "social-services", kind: str = "social_services"):
    agency, _made = Agency.objects.get_or_create(
        code=f"{board.code}-{code}",
        defaults={
            "kind": kind,
            "name_en": f"{board.prefix} {code.replace('-', ' ')}",
            "name_cy": f"{board.prefix} {code.replace('-', ' ')} cy",
        },
    )
    Partnership.objects.get_or_create(agency=agency, board=board, from_on=LONG_AGO)
    return agency


def make_person(board: Board, role: str, *, agency: Agency | None = None, language: str = "en-gb"):
    """A person on the board's list, without an account; whoever is there already stays."""
    if standing := Person.objects.filter(email=f"{role}@{board.code}.test").first():
        return standing
    person = Person.objects.create(
        name=f"{board.prefix} {role.replace('-', ' ').title()}",
        email=f"{role}@{board.code}.test",
        language=language,
    )
    Listing.objects.create(board=board, person=person, from_on=LONG_AGO)
    if agency:
        Membership.objects.create(person=person, agency=agency, from_on=LONG_AGO)
    return person


def make_user(
    board: Board,
    role: str,
    office: str = "",
    hold: str = Hold.HOLDER,
    *,
    agency: Agency | None = None,
    password: str | None = None,
) -> User:
    """An account with its person, on the board's list, in an office if one is named."""
    person = make_person(board, role, agency=agency)
    if person.user:
        return person.user
    user = User.objects.create_user(person.email, password)
    person.user = user
    person.save()
    if office:
        Holding.objects.create(
            person=person, board=board, office=office, hold=hold, from_on=LONG_AGO
        )
    return user


@pytest.fixture
def board(db):
    return make_board("be")


@pytest.fixture
def other_board(db):
    return make_board("dc")


@pytest.fixture
def agency(board):
    return make_agency(board)


@pytest.fixture
def board_chair(board):
    return make_user(board, "board-chair", Office.BOARD_CHAIR)


@pytest.fixture
def vice_chair(board):
    return make_user(board, "vice-chair", Office.BOARD_CHAIR, Hold.DEPUTY)


@pytest.fixture
def subgroup_chair(board):
    return make_user(board, "subgroup-chair", Office.SUBGROUP_CHAIR)


@pytest.fixture
def coordinator(board):
    return make_user(board, "coordinator", Office.COORDINATOR)


@pytest.fixture
def board_member(board):
    return make_user(board, "board-member", Office.BOARD_MEMBER)


@pytest.fixture
def auditor(board):
    return make_user(board, "auditor", Office.AUDITOR)


@pytest.fixture
def panel_chair(board, agency):
    return make_user(board, "panel-chair", agency=agency)


@pytest.fixture
def reviewer(board):
    return make_user(board, "reviewer")


@pytest.fixture
def reviewer_local(board, agency):
    return make_user(board, "reviewer-local", agency=agency)


@pytest.fixture
def panel_member(board, agency):
    return make_user(board, "panel-member", agency=agency)


@pytest.fixture
def agency_author(board, agency):
    return make_user(board, "agency-author", agency=agency)


@pytest.fixture
def action_owner(board, agency):
    return make_user(board, "action-owner", agency=agency)


@pytest.fixture
def outsider(board):
    """A professional with an account and no part in anything."""
    return make_user(board, "outsider")


@pytest.fixture
def other_board_coordinator(other_board):
    return make_user(other_board, "coordinator", Office.COORDINATOR)


@pytest.fixture
def superuser(db):
    """Runs the service; nobody on any board."""
    return User.objects.create_superuser("root@service.test")
