import pytest
from django.core.exceptions import PermissionDenied, RequestDataTooBig, SuspiciousOperation
from django.db import OperationalError
from django.http import Http404
from django.utils import translation

from common import errors
from common.typed import Typed

WRITTEN = "The mother said she had told the school twice."


@pytest.fixture(autouse=True)
def _english_before_and_after():
    with translation.override("en-gb"):
        yield


PAGES = [
    (
        400,
        errors.bad_request,
        SuspiciousOperation(),
        "could not understand the request",
        "deall y cais",
    ),
    (
        413,
        errors.bad_request,
        RequestDataTooBig(),
        "The file or form is too large",
        "ffurflen yn rhy fawr",
    ),
    (
        403,
        errors.forbidden,
        PermissionDenied(),
        "You cannot open this page",
        "Ni allwch agor y dudalen hon",
    ),
    (404, errors.not_found, Http404(), "Page not found", "Heb ddod o hyd"),
    (
        409,
        errors.conflict,
        errors.Conflict(),
        "Somebody else changed this first",
        "Newidiodd rhywun arall",
    ),
]


@pytest.mark.parametrize(("status", "view", "exception", "english", "welsh"), PAGES)
def test_error_pages_are_written_in_both_languages(rf, status, view, exception, english, welsh):
    response = view(rf.get("/x/"), exception)
    assert response.status_code == status
    assert english in response.text and '<html lang="en-GB"' in response.text
    with translation.override("cy"):
        response = view(rf.get("/x/"), exception)
    assert welsh in response.text and '<html lang="cy"' in response.text


def test_a_refusal_says_its_own_sentence(rf):
    page = errors.forbidden(rf.get("/"), PermissionDenied("Own work is judged by somebody else."))
    assert "Own work is judged by somebody else." in page.text


def test_not_found_does_not_repeat_the_address_or_the_reason(rf):
    page = errors.not_found(rf.get("/reviews/be-3-2024/"), Http404("No Review matches be-3-2024"))
    assert "No Review matches" not in page.text


def test_500_stands_alone_in_both_languages(rf, django_assert_num_queries=None):
    page = errors.server_error(rf.get("/"))
    assert page.status_code == 500
    assert "Sorry: something went wrong" in page.text and "ddrwg gennym" in page.text
    assert "csrfmiddlewaretoken" not in page.text


def test_a_database_out_of_reach_is_said_to_be_for_now(rf):
    try:
        raise OperationalError("could not connect to 10.0.0.1")
    except OperationalError:
        page = errors.server_error(rf.get("/"))
    assert page.status_code == 503
    assert page.headers["Retry-After"] == "60"
    assert "10.0.0.1" not in page.text


def test_an_expired_form_gives_back_what_was_typed_but_no_secrets(rf):
    sent = {
        "csrfmiddlewaretoken": "x" * 64,
        "password": "correct horse battery staple",
        "kind": "none",
        "reasons": WRITTEN,
    }
    page = errors.csrf_failure(rf.post("/reviews/be-3-2024/recommend/", sent))
    assert page.status_code == 403
    assert WRITTEN in page.text
    assert "battery" not in page.text and "x" * 64 not in page.text
    assert 'href="/reviews/be-3-2024/recommend/"' in page.text


def test_another_site_cannot_put_its_words_on_our_page(rf):
    request = rf.post("/x/", {"reasons": WRITTEN}, headers={"Origin": "https://evil.example"})
    assert WRITTEN not in errors.csrf_failure(request).text
    request = rf.post("/x/", {"reasons": WRITTEN}, headers={"Origin": "http://testserver"})
    assert WRITTEN in errors.csrf_failure(request).text


def test_a_conflict_shows_both(rf):
    conflict = errors.Conflict(
        "The decision was already recorded.",
        theirs=[Typed("Decision", "Agreed")],
        mine=[Typed("Reasons", WRITTEN)],
        url="/reviews/be-3-2024/",
    )
    page = errors.conflict(rf.post("/x/"), conflict).text
    for said in ("already recorded", "Agreed", WRITTEN, 'href="/reviews/be-3-2024/"'):
        assert said in page
