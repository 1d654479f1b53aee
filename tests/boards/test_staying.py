"""Sessions end, but never silently, and never with what was typed."""

import re
import uuid

import pytest
from django.test import Client
from django.urls import reverse

from boards import middleware
from boards.models import Invitation, Person
from tests.cast import make_person

pytestmark = pytest.mark.django_db
WRITTEN = "Works with the family since spring"


@pytest.fixture(autouse=True)
def without_second_factor(settings):
    settings.SECOND_FACTOR_REQUIRED = False


def idle(client, seconds):
    session = client.session
    session[middleware.SEEN] -= seconds
    session.save()


@pytest.fixture
def at_work(client, coordinator):
    client.force_login(coordinator)
    client.get("/")
    return client


def test_staying_gives_the_whole_half_hour_again(at_work):
    idle(at_work, 26 * 60)
    assert at_work.post(reverse("still_here")).json()["left"] > middleware.IDLE - 10
    idle(at_work, 29 * 60)
    assert at_work.get("/").status_code == 200


def test_staying_does_not_go_beyond_the_working_day(at_work):
    session = at_work.session
    session[middleware.BEGAN] -= middleware.WHOLE - 120
    session.save()
    assert at_work.post(reverse("still_here")).json()["left"] <= 120


def test_a_page_says_how_long_its_session_lasts(at_work):
    idle(at_work, 30)
    found = re.search(r'data-left="(\d+)"', at_work.get("/").text)
    assert found and 1760 <= int(found[1]) <= 1770  # a slow machine takes its seconds


def test_nobody_signed_in_is_shown_no_notice_and_asks_the_database_nothing(
    db, django_assert_num_queries
):
    with django_assert_num_queries(0):
        page = Client().get(reverse("help")).text
    assert "still-here" not in page and "my_boards" not in page


def test_what_was_typed_after_the_session_ended_comes_back(at_work, board):
    idle(at_work, 31 * 60)
    sent = {"name": "Aled", "title": WRITTEN, "key": str(uuid.uuid4()), "password": "rowan"}
    answer = at_work.post(reverse("add_person", args=["be"]), sent)
    assert answer.status_code == 403
    assert "You were signed out before this was sent" in answer.text
    assert "Aled" in answer.text and WRITTEN in answer.text
    assert "rowan" not in answer.text and sent["key"] not in answer.text
    assert "/accounts/login/?next=/people/be/add/" in answer.text
    assert not Person.objects.filter(name="Aled").exists()


def test_the_page_is_in_the_readers_language(at_work, board):
    idle(at_work, 31 * 60)
    at_work.cookies["language"] = "cy"
    answer = at_work.post(reverse("add_person", args=["be"]), {"title": WRITTEN})
    assert "Cawsoch eich allgofnodi" in answer.text and WRITTEN in answer.text


def test_reading_without_a_session_leads_to_signing_in_as_ever():
    answer = Client().get("/people/be/")
    assert answer["Location"] == "/accounts/login/?next=/people/be/"


# --- A form counts once


def test_a_double_click_on_invite_makes_one_invitation(at_work, board):
    person = make_person(board, "newcomer")
    url = reverse("invite", args=["be", person.uuid])
    key = at_work.get(url).context["key"]
    first, second = (at_work.post(url, {"key": str(key)}) for _ in range(2))
    assert first.status_code == second.status_code == 302
    assert first.url == second.url
    assert Invitation.objects.filter(person=person).count() == 1


def test_a_second_click_on_removing_leads_to_the_list_and_not_to_nothing(at_work, board):
    person = make_person(board, "leaver")
    url = reverse("remove_person", args=["be", person.uuid])
    sent = {"key": str(at_work.get(url).context["key"])}
    assert [at_work.post(url, sent).url for _ in range(2)] == ["/people/be/"] * 2


def test_a_form_that_came_back_with_an_error_still_counts(at_work, board):
    url = reverse("add_person", args=["be"])
    sent = {"key": str(uuid.uuid4()), "name": "", "email": "aled@be.test"}
    wrong = at_work.post(url, sent)
    assert str(wrong.context["key"]) == sent["key"]
    at_work.post(url, sent | {"name": "Aled"})
    at_work.post(url, sent | {"name": "Aled"})
    assert Person.objects.filter(name="Aled").count() == 1


# --- The way to the people


def test_the_masthead_leads_to_the_people_for_those_who_may_see_them(
    at_work, board_member, subgroup_chair
):
    link = f'href="{reverse("my_boards")}"'
    assert link in at_work.get("/").text
    for user, shown in ((subgroup_chair, True), (board_member, False)):
        client = Client()
        client.force_login(user)
        assert (link in client.get("/").text) is shown
