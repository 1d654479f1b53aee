from types import SimpleNamespace as Thing

import pytest
from django.http import HttpResponse
from django.utils import translation
from django_fsm import ConcurrentTransition

from common.errors import Conflict
from common.middleware import (
    ConflictMiddleware,
    LocaleMiddleware,
    PersonsLanguageMiddleware,
    PolicyMiddleware,
)


@pytest.fixture(autouse=True)
def _english_before_and_after():
    with translation.override("en-gb"):
        yield


def answer(request, *, headers=None):
    return PolicyMiddleware(lambda _: HttpResponse("", headers=headers))(request)


def test_every_answer_carries_exactly_the_policy(rf):
    response = answer(rf.get("/"))
    assert response.headers["Content-Security-Policy"] == (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
        "font-src 'self'; connect-src 'self'; form-action 'self'; frame-ancestors 'none'; "
        "base-uri 'none'; object-src 'none'"
    )
    assert {
        name: response.headers[name]
        for name in (
            "Cache-Control",
            "X-Content-Type-Options",
            "X-Frame-Options",
            "Referrer-Policy",
            "Cross-Origin-Opener-Policy",
            "Cross-Origin-Resource-Policy",
            "X-Robots-Tag",
        )
    } == {
        "Cache-Control": "no-store",
        "X-Content-Type-Options": "nosniff",
        "X-Frame-Options": "DENY",
        "Referrer-Policy": "same-origin",
        "Cross-Origin-Opener-Policy": "same-origin",
        "Cross-Origin-Resource-Policy": "same-origin",
        "X-Robots-Tag": "noindex",
    }
    assert "camera=()" in response.headers["Permissions-Policy"]
    assert "publickey-credentials-get=(self)" in response.headers["Permissions-Policy"]
    assert "Clear-Site-Data" not in response.headers


def test_a_view_may_say_something_stricter_or_public_itself(rf):
    own = {"Content-Security-Policy": "sandbox", "Cache-Control": "public, max-age=60"}
    response = answer(rf.get("/"), headers=own)
    assert {name: response.headers[name] for name in own} == own


def test_signing_out_clears_what_the_browser_holds(rf):
    request = rf.post("/accounts/logout/")
    request.resolver_match = Thing(view_name="account_logout")
    assert answer(request).headers["Clear-Site-Data"] == '"cache", "storage"'
    request.method = "GET"
    assert "Clear-Site-Data" not in answer(request).headers


def language(request, user):
    seen = []

    def view(_):
        seen.append(translation.get_language())
        return HttpResponse()

    request.user = user
    LocaleMiddleware(PersonsLanguageMiddleware(view))(request)
    return seen[0]


STRANGER = Thing(is_authenticated=False)


def person(code):
    return Thing(is_authenticated=True, person=Thing(language=code))


@pytest.mark.parametrize(
    ("cookie", "user", "header", "expected"),
    [
        ("", STRANGER, "", "en-gb"),
        ("", STRANGER, "cy", "cy"),
        ("", STRANGER, "cy-GB,en;q=0.5", "cy"),
        ("", STRANGER, "en-US,en;q=0.5", "en-gb"),
        ("", STRANGER, "fr", "en-gb"),
        ("cy", STRANGER, "en", "cy"),
        ("", person("cy"), "en", "cy"),
        ("", person(""), "cy", "cy"),
        ("en-gb", person("cy"), "cy", "en-gb"),
        ("xx", STRANGER, "cy", "cy"),
    ],
)
def test_the_switch_comes_before_the_person_and_the_person_before_the_browser(
    rf, cookie, user, header, expected
):
    request = rf.get("/", headers={"Accept-Language": header})
    if cookie:
        request.COOKIES["language"] = cookie
    assert language(request, user) == expected


def test_an_account_without_a_person_reads_in_the_browsers_language(rf):
    assert language(rf.get("/"), Thing(is_authenticated=True)) == "en-gb"


def test_who_came_second_is_told_and_keeps_their_words(rf):
    request = rf.post("/reviews/be-3-2024/decide/", {"reasons": "The child was on the register."})
    middleware = ConflictMiddleware(lambda _: HttpResponse())
    for exception in (Conflict(), ConcurrentTransition()):
        response = middleware.process_exception(request, exception)
        assert response.status_code == 409
        assert "The child was on the register." in response.text
    assert middleware.process_exception(request, ValueError()) is None
