"""One link and a code for one task: for whoever has an account, and for whoever has none."""

import re
import time
from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, hotp_value
from django.test import Client
from django.urls import reverse

from boards.models import TaskLink, User
from boards.task_links.links import TRIES, task_link
from common.models import OutboxMessage
from panels.timelines.services import ask_another
from reviews.capacities import Capacity
from reviews.journey import Stage
from reviews.people.services import appoint
from tests.cast import make_agency, make_person

PAGE = "/accounts/"


def browser() -> Any:
    return Client()


def code_for(person):
    text = OutboxMessage.objects.filter(kind="accounts.task_code", person=person.pk).last().text
    return re.findall(r"\b\d{6}\b", text)[0]


def opened(person, path, client=None):
    """A browser in which the person has opened the link with the code that was mailed."""
    client = client or browser()
    client.get(task_link(person, path))
    open_url = reverse("task", args=["open"])
    client.post(open_url, {"send": "first"})
    answer = client.post(open_url, {"code": code_for(person)})
    assert (answer.status_code, answer.url) == (302, path)
    return client


def test_somebody_without_an_account_lands_on_exactly_that_page(world):
    person = world.person("no-account")
    review = world.review_at(Stage.PANEL)
    appoint(
        review,
        by=world.user("coordinator"),
        on=world.today,
        person=person,
        capacity=Capacity.PANEL_MEMBER,
        agency=make_agency(world.board),
    )
    client = opened(person, review.get_absolute_url())
    assert client.get(review.get_absolute_url()).status_code == 200
    for other in ("/", "/reviews/", reverse("reviews:people", args=[review.slug])):
        assert client.get(other).url == reverse("task_done"), other
    assert client.post(reverse("reviews:log"), {}).status_code == 403
    assert "one page" in client.get(reverse("task_done")).content.decode()


def test_the_second_factor_is_not_asked_of_the_one_page_only(world, settings):
    settings.SECOND_FACTOR_REQUIRED = True
    client = opened(world.person("outsider"), PAGE)
    assert client.get(PAGE).status_code == 200
    assert client.get("/").url == reverse("task_done")


def test_the_link_gives_no_right(world):
    review = world.review_at(Stage.PANEL)
    client = opened(world.person("outsider"), review.get_absolute_url())
    assert client.get(review.get_absolute_url()).status_code == 404


def test_looking_at_the_link_sends_nothing_and_opens_nothing(world):
    client = browser()
    link = task_link(world.person("outsider"), PAGE)
    before = OutboxMessage.objects.count()
    answer = client.get(link)
    assert answer.url == reverse("task", args=["open"])  # the token is no longer in the address
    assert client.get(answer.url).status_code == 200
    assert OutboxMessage.objects.count() == before
    assert client.get(PAGE).status_code == 302


def test_a_few_wrong_codes_use_the_code_up(world):
    person, client = world.person("outsider"), browser()
    client.get(task_link(person, PAGE))
    url = reverse("task", args=["open"])
    client.post(url, {"send": "first"})
    right = code_for(person)
    wrong = "000000" if right != "000000" else "111111"
    for _try in range(TRIES):
        assert client.post(url, {"code": wrong}).status_code == 200
    assert client.post(url, {"code": right}).status_code == 200
    assert client.get(PAGE).status_code == 302
    client.post(url, {"send": "again"})
    assert client.post(url, {"code": code_for(person)}).status_code == 302


def test_a_code_opens_once_and_for_a_quarter_of_an_hour(world, settings):
    person = world.person("outsider")
    opened(person, PAGE)
    link = TaskLink.objects.get()
    assert (link.code_hash, bool(link.opened_at)) == ("", True)


def test_the_session_is_short(world, monkeypatch):
    client = opened(world.person("outsider"), PAGE)
    assert client.get(PAGE).status_code == 200
    session = client.session
    session["task_ends"] -= 31 * 60
    session.save()
    assert client.get(PAGE).status_code == 302


def test_an_authenticator_app_is_asked_where_there_is_one(world):
    person = world.person("outsider")
    secret = "JBSWY3DPEHPK3PXP"
    TOTP.activate(person.user, secret)
    client = browser()
    client.get(task_link(person, PAGE))
    url = reverse("task", args=["open"])
    before = OutboxMessage.objects.count()
    assert "authenticator app" in client.get(url).content.decode()
    client.post(url, {"send": "first"})
    assert OutboxMessage.objects.count() == before  # the mailbox alone is not enough
    assert client.post(url, {"code": "000000"}).status_code == 200
    now = int(time.time()) // 30  # noqa: TID251 # the app runs on the machine's clock
    code = format_hotp_value(hotp_value(secret, now))
    assert client.post(url, {"code": code}).url == PAGE


def test_a_passkey_is_asked_for_by_signing_in_and_the_page_is_kept(world):
    person = world.person("outsider")
    Authenticator.objects.create(
        user=person.user, type=Authenticator.Type.WEBAUTHN, data={"name": "key"}
    )
    client = browser()
    client.get(task_link(person, PAGE))
    answer = client.get(reverse("task", args=["open"]))
    assert answer.url == f"{reverse('account_login')}?next=%2Faccounts%2F"


def test_whoever_is_signed_in_goes_straight_there(world, signed_in):
    client = signed_in(world.user("coordinator"))
    link = task_link(world.person("coordinator"), PAGE)
    assert client.get(client.get(link).url).url == PAGE
    theirs = task_link(world.person("outsider"), PAGE)
    assert client.get(client.get(theirs).url).status_code == 200  # another person's: a code


@pytest.mark.parametrize("token", ["nonsense", "x" * 300])
def test_a_link_that_is_none_opens_nothing(world, token):
    client = browser()
    client.get(reverse("task", args=[token]))
    assert client.get(reverse("task", args=["open"])).status_code == 404
    assert client.post(reverse("task", args=["open"]), {"code": "1"}).status_code == 404


def test_a_closed_account_opens_no_link(world):
    person = world.person("outsider")
    link = task_link(person, PAGE)
    User.objects.filter(pk=person.user_id).update(is_active=False)
    client = browser()
    client.get(link)
    assert client.get(reverse("task", args=["open"])).status_code == 404


def test_an_account_that_only_links_open_has_no_password_to_reset(world):
    person = make_person(world.board, "rare")
    opened(person, PAGE)
    user = User.objects.get(email=person.email)
    assert not user.has_usable_password()
    before = OutboxMessage.objects.count()
    browser().post(reverse("account_reset_password"), {"email": person.email})
    assert OutboxMessage.objects.count() == before


def test_a_task_leads_nowhere_else(world):
    for path in ("https://evil.test/", "//evil.test/", "evil"):
        with pytest.raises(ValueError, match="one slash"):
            task_link(world.person("outsider"), path)


def test_bad_codes_are_answered_in_words(world):
    client = browser()
    client.get(task_link(world.person("outsider"), PAGE))
    for code in ("", "x\x00", "9" * 500, "ŵ"):
        assert client.post(reverse("task", args=["open"]), {"code": code}).status_code == 200


def test_an_agencys_author_without_an_account_gives_the_return_by_the_link(world):
    review = world.review_at(Stage.TIMELINES)
    person, agency = world.person("no-account"), make_agency(world.board, "housing", "housing")
    appoint(
        review,
        by=world.user("coordinator"),
        on=world.today,
        person=person,
        capacity=Capacity.AGENCY_AUTHOR,
        agency=agency,
    )
    ask_another(
        review, by=world.user("panel-chair"), on=world.today, agency=agency, due_on=world.today
    )
    mail = OutboxMessage.objects.filter(kind="panels.agencies_asked", person=person.pk).get()
    assert mail.is_private
    link = re.findall(r"/accounts/task/\S+", mail.text)[0]
    client = browser()
    client.get(link)
    url = reverse("task", args=["open"])
    client.post(url, {"send": "first"})
    page = client.post(url, {"code": code_for(person)}).url
    assert client.get(page).status_code == 200
    assert client.get(f"{page}give/").status_code == 200
    assert client.get(review.get_absolute_url()).url == reverse("task_done")
