import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from boards.models import Holding, Invitation, Office, Person
from common import clock
from tests.cast import make_agency, make_person

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def without_second_factor(settings):
    settings.SECOND_FACTOR_REQUIRED = False


def boxes(name, day):
    return {f"{name}_day": day.day, f"{name}_month": day.month, f"{name}_year": day.year}


@pytest.fixture
def person(board):
    return make_person(board, "newcomer")


def path(name, board, *rest):
    return reverse(name, args=[board.code, *rest])


def test_the_list_shows_names_offices_and_accounts(client, board, coordinator, vice_chair, person):
    client.force_login(coordinator)
    assert client.get(reverse("my_boards")).url == path("people", board)
    page = client.get(path("people", board)).content.decode()
    assert vice_chair.person.name in page
    assert "Deputy" in page
    assert "No account" in page


def test_the_list_asks_the_database_as_often_for_many_people_as_for_few(client, board, coordinator):
    client.force_login(coordinator)
    counts = []
    for number in range(3):
        make_person(board, f"person-{number}", agency=make_agency(board))
        with CaptureQueriesContext(connection) as asked:
            client.get(path("people", board))
        counts.append(len(asked))
    assert counts[1] == counts[2] <= 18


def test_strangers_are_told_there_is_no_such_page(
    client, board, person, other_board_coordinator, outsider, superuser
):
    for stranger in (other_board_coordinator, outsider, superuser):
        client.force_login(stranger)
        for name in ("people", "add_person"):
            assert client.get(path(name, board)).status_code == 404
        assert client.get(path("person", board, person.uuid)).status_code == 404
        for name in ("change_person", "invite", "give_office", "close_account"):
            assert client.get(path(name, board, person.uuid)).status_code == 404
            assert client.post(path(name, board, person.uuid)).status_code == 404


def test_who_only_sees_cannot_change(client, board, person, subgroup_chair):
    client.force_login(subgroup_chair)
    page = client.get(path("person", board, person.uuid))
    assert page.status_code == 200
    assert reverse("invite", args=[board.code, person.uuid]).encode() not in page.content
    assert client.get(path("invite", board, person.uuid)).status_code == 404


def test_a_board_does_not_open_another_boards_person(
    client, board, other_board, other_board_coordinator, person
):
    client.force_login(other_board_coordinator)
    assert client.get(path("person", other_board, person.uuid)).status_code == 404


def test_a_person_is_added_invited_and_given_an_office(client, board, agency, coordinator):
    client.force_login(coordinator)
    answer = client.post(
        path("add_person", board),
        {
            "name": "Gwen Rhys",
            "email": "gwen@example.test",
            "title": "Head of Service",
            "language": "cy",
            "agency": agency.pk,
        },
    )
    person = Person.objects.get(email="gwen@example.test")
    assert answer.url == path("person", board, person.uuid)
    assert client.post(path("invite", board, person.uuid)).status_code == 302
    assert Invitation.objects.get().person == person
    today = clock.today()
    given = client.post(
        path("give_office", board, person.uuid),
        {"office": "board_member", "hold": "holder"} | boxes("from_on", today),
    )
    assert given.status_code == 302
    holding = Holding.objects.get(person=person)
    assert holding.office == Office.BOARD_MEMBER
    page = client.get(path("person", board, person.uuid)).content.decode()
    for word in ("Gwen Rhys", "Board member", "Invited"):
        assert word in page
    ended = client.post(
        path("end_office", board, person.uuid, holding.uuid), boxes("until_on", today)
    )
    assert ended.status_code == 302
    assert client.post(path("withdraw_invitation", board, person.uuid)).status_code == 302
    assert client.get(path("withdraw_invitation", board, person.uuid)).status_code == 404


def test_what_the_service_answers_stands_above_the_form(client, board, coordinator, reviewer):
    client.force_login(coordinator)
    page = client.post(path("invite", board, reviewer.person.uuid))
    assert page.status_code == 409
    assert "This person has an account already." in page.content.decode()


def test_every_form_opens(client, board, coordinator, reviewer, board_member, agency):
    client.force_login(coordinator)
    membership = reviewer.person.memberships.create(agency=agency, from_on=clock.today())
    holding = board_member.person.holdings.get()
    for address in (
        path("change_person", board, reviewer.person.uuid),
        path("remove_person", board, reviewer.person.uuid),
        path("join_agency", board, reviewer.person.uuid),
        path("leave_agency", board, reviewer.person.uuid, membership.uuid),
        path("close_account", board, reviewer.person.uuid),
        path("reopen_account", board, reviewer.person.uuid),
        path("end_office", board, board_member.person.uuid, holding.uuid),
    ):
        assert client.get(address).status_code == 200
    assert client.post(path("close_account", board, reviewer.person.uuid)).status_code == 302
    assert client.post(path("reopen_account", board, reviewer.person.uuid)).status_code == 302
    assert client.post(path("remove_person", board, reviewer.person.uuid)).status_code == 302


def test_the_pages_are_in_welsh_too(client, board, coordinator, person):
    client.force_login(coordinator)
    client.cookies["language"] = "cy"
    page = client.get(path("person", board, person.uuid)).content.decode()
    assert "Swyddi" in page
    assert board.name_cy in page
