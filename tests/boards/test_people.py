import datetime as dt
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from audit.ledger import Entry
from boards.models import Hold, Holding, Membership, Office, Person
from boards.offices.services import end_office, give_office
from boards.people.services import (
    add_person,
    change_person,
    close_account,
    join_agency,
    leave_agency,
    remove_person,
    reopen_account,
)
from boards.permissions import MayBoard
from common import clock
from common.deeds import NotNow, Refused, WrongDate
from tests.cast import make_agency, make_person, make_user

DAY = dt.timedelta(days=1)


@pytest.fixture
def today():
    return clock.today()


@pytest.fixture
def act(coordinator, today):
    return {"by": coordinator, "on": today}


def test_a_coordinator_adds_a_person_to_their_own_board(board, agency, act):
    person = add_person(
        board, **act, name="Gwen Rhys", email="Gwen@Example.test", language="cy", agency=agency
    )
    assert person.email == "gwen@example.test"
    assert person.user is None
    assert person in Person.objects.of_board(board, act["on"])
    assert person.memberships.get().agency == agency
    entry = Entry.objects.get(verb="boards.person_added")
    assert (entry.board_id, entry.target_id) == (board.pk, person.pk)
    assert entry.capacity == "coordinator"


def test_nobody_else_adds_a_person(board, other_board_coordinator, panel_chair, superuser, today):
    for stranger in (other_board_coordinator, panel_chair, superuser):
        with pytest.raises(Refused):
            add_person(board, by=stranger, on=today, name="X", email="x@example.test")
    assert not Person.objects.filter(email="x@example.test").exists()


def test_a_person_another_board_knows_is_listed_as_they_are(
    board, other_board, act, other_board_coordinator
):
    first = add_person(board, **act, name="Gwen Rhys", email="gwen@example.test")
    second = add_person(
        other_board,
        by=other_board_coordinator,
        on=act["on"],
        name="G. Rhys",
        email="GWEN@example.test",
    )
    assert first == second
    assert second.name == "Gwen Rhys"
    assert Person.objects.of_board(other_board, act["on"]).filter(pk=first.pk).exists()


def test_an_agency_shared_by_two_boards_does_not_show_its_staff_to_both(
    board, other_board, agency, act
):
    make_agency(other_board).partnerships.all()
    agency.partnerships.create(board=other_board, from_on=dt.date(2020, 1, 1))
    person = add_person(board, **act, name="Gwen Rhys", email="gwen@example.test", agency=agency)
    assert person not in Person.objects.of_board(other_board, act["on"])


def test_the_address_of_an_account_is_its_owners_to_change(board, act, reviewer):
    person = reviewer.person
    details: dict[str, Any] = {"name": "New Name", "title": "Head", "language": "cy"}
    with pytest.raises(NotNow):
        change_person(board, person, **act, email="other@example.test", **details)
    changed = change_person(board, person, **act, email=person.email, **details)
    assert (changed.name, changed.language) == ("New Name", "cy")


def test_an_agency_must_be_a_partner_of_the_board(board, other_board, act, reviewer):
    elsewhere = make_agency(other_board, "elsewhere")
    with pytest.raises(NotNow):
        join_agency(board, reviewer.person, elsewhere, **act, from_on=act["on"])


def test_working_for_an_agency_has_a_last_day(board, agency, act, reviewer, today):
    membership = join_agency(board, reviewer.person, agency, **act, from_on=today - 10 * DAY)
    leave_agency(board, membership, **act, until_on=today - DAY)
    assert not Membership.objects.current(today).filter(person=reviewer.person).exists()
    assert Membership.objects.current(today - DAY).filter(person=reviewer.person).exists()


def test_an_office_has_a_holder_and_deputies(board, act, reviewer, outsider, panel_member, today):
    give_office(board, reviewer.person, **act, office=Office.BOARD_CHAIR, from_on=today - 5 * DAY)
    with pytest.raises(NotNow):
        give_office(board, outsider.person, **act, office=Office.BOARD_CHAIR, from_on=today)
    deputy = give_office(
        board,
        outsider.person,
        **act,
        office=Office.BOARD_CHAIR,
        hold=Hold.DEPUTY,
        from_on=today,
    )
    joint = give_office(
        board, panel_member.person, **act, office=Office.BOARD_CHAIR, hold=Hold.JOINT, from_on=today
    )
    assert deputy.holds(today)
    assert joint.holds(today)


def test_an_office_ended_is_free_for_the_next(board, act, reviewer, outsider, today):
    first = give_office(
        board, reviewer.person, **act, office=Office.SUBGROUP_CHAIR, from_on=today - 5 * DAY
    )
    end_office(board, first, **act, until_on=today - DAY)
    second = give_office(board, outsider.person, **act, office=Office.SUBGROUP_CHAIR, from_on=today)
    held = Holding.objects.current(today).filter(office=Office.SUBGROUP_CHAIR)
    assert list(held) == [second]
    with pytest.raises(NotNow):
        end_office(board, first, **act, until_on=today)


def test_nobody_gives_an_office_to_themselves(board, act, coordinator, today):
    with pytest.raises(Refused):
        give_office(board, coordinator.person, **act, office=Office.BOARD_CHAIR, from_on=today)


def test_an_office_cannot_end_before_it_begins(board, act, reviewer, today):
    with pytest.raises(WrongDate):
        give_office(
            board,
            reviewer.person,
            **act,
            office=Office.AUDITOR,
            from_on=today,
            until_on=today - DAY,
        )
    with pytest.raises(IntegrityError), transaction.atomic():
        Holding.objects.create(
            board=board,
            person=reviewer.person,
            office=Office.AUDITOR,
            from_on=today,
            until_on=today - DAY,
        )


def test_a_right_begins_and_ends_with_the_office(board, act, reviewer, today):
    may = MayBoard.MANAGE_PEOPLE
    holding = give_office(
        board, reviewer.person, **act, office=Office.COORDINATOR, from_on=today + DAY
    )
    assert not reviewer.has_perm(may, board)
    Holding.objects.filter(pk=holding.pk).update(from_on=today)
    assert reviewer.has_perm(may, board)
    Holding.objects.filter(pk=holding.pk).update(from_on=today - 9 * DAY, until_on=today - DAY)
    assert not reviewer.has_perm(may, board)


def test_a_superuser_holds_no_right(board, superuser):
    for right in MayBoard:
        assert not superuser.has_perm(right, board)
        assert not superuser.has_perm(right)
    assert not superuser.has_perm("boards.add_user")


def test_rights_are_of_one_board(board, other_board, coordinator, subgroup_chair):
    assert coordinator.has_perm(MayBoard.MANAGE_PEOPLE, board)
    assert not coordinator.has_perm(MayBoard.MANAGE_PEOPLE, other_board)
    assert subgroup_chair.has_perm(MayBoard.SEE_PEOPLE, board)
    assert not subgroup_chair.has_perm(MayBoard.MANAGE_PEOPLE, board)


def test_who_holds_an_office_stays_on_the_list(board, act, board_member, outsider):
    with pytest.raises(NotNow):
        remove_person(board, board_member.person, **act)
    remove_person(board, outsider.person, **act)
    tomorrow = act["on"] + DAY
    assert outsider.person not in Person.objects.of_board(board, tomorrow)


def test_an_account_is_closed_and_opened_again(board, act, outsider):
    close_account(board, outsider.person, **act)
    outsider.refresh_from_db()
    assert not outsider.is_active
    reopen_account(board, outsider.person, **act)
    outsider.refresh_from_db()
    assert outsider.is_active


def test_a_board_does_not_close_the_account_of_another_boards_person(
    board, other_board, act, other_board_coordinator
):
    chair = make_user(other_board, "board-chair", Office.BOARD_CHAIR)
    add_person(board, **act, name="Whoever", email=chair.email)
    with pytest.raises(NotNow):
        close_account(board, chair.person, **act)
    with pytest.raises(Refused):
        close_account(board, make_person(other_board, "unlisted"), **act)


def test_nobody_closes_their_own_account(board, act, coordinator):
    with pytest.raises(Refused):
        close_account(board, coordinator.person, **act)
