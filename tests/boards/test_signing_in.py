import datetime as dt
import re
import time

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, hotp_value
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.urls import reverse

from boards import middleware
from boards.backends import EmailBackend
from boards.models import User
from boards.people.services import close_account
from common import clock
from common.models import OutboxMessage
from tests.cast import make_user

PASSWORD = "heather gorse and rowan"
SECRET = "JBSWY3DPEHPK3PXP"
LOGIN = "/accounts/login/"


@pytest.fixture(autouse=True)
def without_second_factor(settings):
    settings.SECOND_FACTOR_REQUIRED = False


@pytest.fixture(autouse=True)
def empty_limits(db):
    cache.clear()


@pytest.fixture
def gwen(board):
    return make_user(board, "gwen", password=PASSWORD)


def sign_in(client, email, password=PASSWORD):
    return client.post(LOGIN, {"login": email, "password": password})


def is_signed_in(client):
    return client.get(reverse("my_account")).status_code == 200


def sent():
    return OutboxMessage.objects.order_by("-pk").first()


def without_csrf(content, email):
    bare = re.sub(rb'csrfmiddlewaretoken" value="[^"]*"', b"", content)
    return bare.replace(email.encode(), b"")


# --- The password


def test_one_signs_in_by_address_whatever_its_case(client, gwen):
    assert sign_in(client, gwen.email.upper()).status_code == 302
    assert is_signed_in(client)


def test_a_wrong_password_and_an_unknown_address_look_the_same(gwen):
    known, unknown = Client(), Client()
    first = sign_in(known, gwen.email, "wrong password here")
    second = sign_in(unknown, "nobody@be.test", "wrong password here")
    assert first.status_code == second.status_code == 200
    assert without_csrf(first.content, gwen.email) == without_csrf(second.content, "nobody@be.test")


def test_an_unknown_address_costs_as_much_work(gwen, monkeypatch):
    done = []
    monkeypatch.setattr("boards.backends.make_password", lambda raw: done.append(raw))
    assert EmailBackend().authenticate(None, username="nobody@be.test", password="x") is None
    assert done == ["x"]


def test_after_five_wrong_passwords_even_the_right_one_waits(client, gwen):
    for _ in range(5):
        sign_in(client, gwen.email, "wrong password here")
    assert sign_in(client, gwen.email).status_code == 200
    assert not is_signed_in(client)
    assert sign_in(Client(), "other@be.test").status_code == 200


def test_a_closed_account_is_refused_as_if_the_password_were_wrong(gwen):
    User.objects.filter(pk=gwen.pk).update(is_active=False)
    closed = sign_in(Client(), gwen.email)
    wrong = sign_in(Client(), "nobody@be.test")
    assert without_csrf(closed.content, gwen.email) == without_csrf(wrong.content, "nobody@be.test")


def test_the_session_changes_with_signing_in(client, gwen):
    client.get(LOGIN)
    session = client.session
    session["planted"] = "yes"
    session.save()
    before = session.session_key
    sign_in(client, gwen.email)
    assert client.session.session_key != before


def test_signing_in_leads_nowhere_else(client, gwen):
    for evil in ("https://evil.test/", "//evil.test/", "/\\evil.test"):
        answer = client.post(LOGIN, {"login": gwen.email, "password": PASSWORD, "next": evil})
        assert "evil" not in answer.url
        client.logout()


# --- What is routed


def test_there_is_no_signing_up(client):
    for path in ("signup/", "email/", "social/login/", "confirm-email/", "login/code/"):
        assert client.get(f"/accounts/{path}").status_code == 404


def test_a_page_asks_a_stranger_to_sign_in_and_keeps_the_place(client):
    answer = client.get("/accounts/sessions/?a=b")
    assert answer.status_code == 302
    assert answer.url == f"{LOGIN}?next=/accounts/sessions/%3Fa%3Db"
    assert client.post("/accounts/sessions/").status_code == 403  # tests/boards/test_staying.py


# --- A new password


def test_asking_for_a_new_password_says_nothing_about_who_has_an_account(gwen):
    path = reverse("account_reset_password")
    known = Client().post(path, {"email": gwen.email}, follow=True)
    unknown = Client().post(path, {"email": "nobody@be.test"}, follow=True)
    assert known.status_code == unknown.status_code == 200
    assert known.redirect_chain == unknown.redirect_chain
    assert without_csrf(known.content, "") == without_csrf(unknown.content, "")
    assert [m.to for m in OutboxMessage.objects.all()] == [gwen.email]


def test_the_link_for_a_new_password_has_our_address_and_works_once(client, gwen, settings):
    settings.ALLOWED_HOSTS = ["*"]
    client.post(
        reverse("account_reset_password"), {"email": gwen.email}, headers={"host": "evil.test"}
    )
    message = sent()
    assert "evil" not in message.text
    assert message.is_private
    (link,) = re.findall(
        re.escape(settings.BASE_URL) + r"(/accounts/password/reset/key/\S+)", message.text
    )
    page = client.get(link, follow=True)
    form = page.request["PATH_INFO"]
    new = "a wholly different phrase"
    assert client.post(form, {"password1": new, "password2": new}).status_code == 302
    assert sign_in(Client(), gwen.email, new).status_code == 302
    assert sent().kind == "accounts.password_reset"
    again = Client().get(link, follow=True)
    assert again.context["token_fail"]


def test_mail_about_an_account_is_in_its_owners_language(client, gwen):
    gwen.person.language = "cy"
    gwen.person.save()
    client.post(
        reverse("account_reset_password"), {"email": gwen.email}, headers={"accept-language": "en"}
    )
    assert sent().language == "cy"
    assert "Dewis cyfrinair newydd" in sent().subject


def test_changing_the_password_ends_all_sessions(gwen):
    here, elsewhere = Client(), Client()
    sign_in(here, gwen.email)
    sign_in(elsewhere, gwen.email)
    new = "a wholly different phrase"
    here.post(
        reverse("account_change_password"),
        {"oldpassword": PASSWORD, "password1": new, "password2": new},
    )
    assert not is_signed_in(here)
    assert not is_signed_in(elsewhere)
    assert sent().kind == "accounts.password_changed"


def test_a_closed_account_is_signed_out_at_once(client, gwen, board, coordinator):
    sign_in(client, gwen.email)
    assert is_signed_in(client)
    close_account(board, gwen.person, by=coordinator, on=clock.today())
    assert not is_signed_in(client)


# --- Sessions


def test_sessions_are_listed_and_ended(gwen):
    here, elsewhere = Client(), Client()
    sign_in(here, gwen.email)
    elsewhere.post(
        LOGIN, {"login": gwen.email, "password": PASSWORD}, headers={"user-agent": "Tablet"}
    )
    page = here.get(reverse("usersessions_list"))
    assert b"Tablet" in page.content
    here.post(reverse("usersessions_list"))
    assert is_signed_in(here)
    assert not is_signed_in(elsewhere)


@pytest.mark.parametrize(
    ("minutes", "stays"), [(29, True), (31, False)], ids=["29 minutes", "31 minutes"]
)
def test_a_session_left_alone_ends(client, gwen, minutes, stays):
    sign_in(client, gwen.email)
    is_signed_in(client)
    session = client.session
    session[middleware.SEEN] -= minutes * 60
    session.save()
    assert is_signed_in(client) is stays


def test_a_session_ends_after_eight_hours_of_work(client, gwen):
    sign_in(client, gwen.email)
    is_signed_in(client)
    session = client.session
    session[middleware.BEGAN] -= middleware.WHOLE + 60
    session.save()
    assert not is_signed_in(client)


# --- The second step


@pytest.fixture
def with_app(gwen):
    TOTP.activate(gwen, SECRET)
    return gwen


def code_now(secret=SECRET):
    counter = int(time.time()) // 30  # noqa: TID251 - an app's codes follow the real time
    return format_hotp_value(hotp_value(secret, counter))


def enter(client, code):
    return client.post(reverse("mfa_authenticate"), {"code": code})


def test_the_password_alone_does_not_open_an_account_with_an_app(client, with_app):
    assert sign_in(client, with_app.email).url == reverse("mfa_authenticate")
    assert not is_signed_in(client)
    enter(client, code_now())
    assert is_signed_in(client)


def test_a_code_works_once(with_app):
    code = code_now()
    first, second = Client(), Client()
    sign_in(first, with_app.email)
    enter(first, code)
    assert is_signed_in(first)
    sign_in(second, with_app.email)
    enter(second, code)
    assert not is_signed_in(second)


def test_codes_cannot_be_guessed_for_long(client, with_app):
    sign_in(client, with_app.email)
    for _ in range(6):
        enter(client, "000000")
    enter(client, code_now())
    assert not is_signed_in(client)


def test_a_printed_code_works_once(with_app):
    codes = RecoveryCodes.activate(with_app).get_unused_codes()
    first, second = Client(), Client()
    for client in (first, second):
        sign_in(client, with_app.email)
        enter(client, codes[0])
    assert is_signed_in(first)
    assert not is_signed_in(second)


def test_secrets_are_not_readable_in_the_database(with_app):
    with connection.cursor() as cursor:
        cursor.execute("SELECT data::text FROM mfa_authenticator")
        assert SECRET not in cursor.fetchone()[0]
    assert Authenticator.objects.get().wrap().validate_code(code_now())


def test_where_a_second_step_is_required_nothing_opens_without_one(
    client, gwen, settings, django_capture_on_commit_callbacks
):
    settings.SECOND_FACTOR_REQUIRED = True
    sign_in(client, gwen.email)
    for name in ("my_account", "usersessions_list", "my_boards"):
        assert client.get(reverse(name)).url == reverse("mfa_index")
    assert client.get(reverse("mfa_index")).status_code == 200
    assert client.get(reverse("mfa_add_webauthn")).status_code == 200
    page = client.get(reverse("mfa_activate_totp"))
    secret = page.context["form"].secret
    assert secret.encode() in page.content
    assert b"<svg" in page.content
    assert b"data:" not in page.content
    with django_capture_on_commit_callbacks(execute=True):
        answer = client.post(reverse("mfa_activate_totp"), {"code": code_now(secret)})
    assert answer.url == reverse("mfa_view_recovery_codes")
    assert client.get(answer.url).status_code == 200
    assert is_signed_in(client)
    assert sent().kind in {"accounts.totp_activated", "accounts.recovery_codes_generated"}


def test_what_protects_an_account_is_changed_only_shortly_after_signing_in(client, gwen):
    sign_in(client, gwen.email)
    session = client.session
    session["account_authentication_methods"][-1]["at"] -= 16 * 60
    session.save()
    answer = client.get(reverse("mfa_activate_totp"))
    assert answer.url.startswith(reverse("account_reauthenticate"))
    page = client.post(answer.url, {"password": "wrong password here"})
    assert page.status_code == 200
    assert client.post(answer.url, {"password": PASSWORD}).url == reverse("mfa_activate_totp")
    assert client.get(reverse("mfa_activate_totp")).status_code == 200


def test_the_pages_of_the_second_step_open(client, with_app):
    sign_in(client, with_app.email)
    assert enter(client, "").status_code == 200
    enter(client, code_now())
    for name in (
        "my_account",
        "account_logout",
        "account_change_password",
        "account_reauthenticate",
        "mfa_index",
        "mfa_reauthenticate",
        "mfa_deactivate_totp",
        "mfa_generate_recovery_codes",
        "mfa_list_webauthn",
        "usersessions_list",
    ):
        assert client.get(reverse(name)).status_code == 200, name


# --- The demonstration


def test_the_demo_shows_its_accounts_and_nothing_else_does(client, board, settings):
    user = User.objects.create_user("coordinator@be.demo", PASSWORD)
    assert b"coordinator@be.demo" not in client.get(LOGIN).content
    settings.MODE = "demo"
    page = client.get(LOGIN).content
    assert b"coordinator@be.demo" in page
    assert b"board-chair@be.demo" not in page
    assert user.email.encode() in page


def test_the_demos_outbox_is_only_in_the_demo(client, gwen, settings):
    client.post(reverse("account_reset_password"), {"email": gwen.email})
    assert client.get("/outbox/").status_code == 404
    assert client.get(sent().get_absolute_url()).status_code == 404
    settings.MODE = "demo"
    assert sent().subject.encode() in client.get("/outbox/").content
    assert b"password/reset/key" in client.get(sent().get_absolute_url()).content


def test_the_language_one_chooses_is_kept(client, gwen):
    sign_in(client, gwen.email)
    client.cookies["language"] = "en-gb"
    answer = client.post(reverse("my_account"), {"language": "cy"})
    assert answer.cookies["language"]["max-age"] == 0
    del client.cookies["language"]
    gwen.person.refresh_from_db()
    assert gwen.person.language == "cy"
    assert "Eich cyfrif" in client.get(reverse("my_account")).content.decode()


def test_a_superuser_signs_in_and_sees_no_board(client, board):
    root = User.objects.create_superuser("root@service.test", PASSWORD)
    sign_in(client, root.email)
    assert is_signed_in(client)
    assert client.get(reverse("people", args=[board.code])).status_code == 404
    assert client.get(reverse("my_boards")).status_code == 404


def test_time_is_kept_by_the_house_clock(client, gwen, settings):
    sign_in(client, gwen.email)
    is_signed_in(client)
    settings.DEMO_TODAY = (clock.today() - dt.timedelta(days=1)).isoformat()
    assert is_signed_in(client), "a clock that steps back ends no session"
