"""Whoever is refused for whatever reason has the words they typed, to copy."""

import pytest
from django.core.cache import cache
from django.core.exceptions import PermissionDenied, SuspiciousOperation
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import OperationalError
from django.http import Http404
from django.urls import reverse

from reviews.journey import Stage
from reviews.referral.early_actions import services
from tests.browser_forms import form_of, tree_of
from tests.reviews.referral.test_public import begin, opened

WORDS = "The health visitor rang twice. <b>Nobody</b> answered."
LANGUAGES = pytest.mark.parametrize("language", ["en-gb", "cy"])


def given_back(answer) -> list[str]:
    """What stands in the boxes from which one copies."""
    areas = tree_of(answer).xpath("//textarea[@readonly]")
    return [(each.text or "").removeprefix("\n") for each in areas]


@pytest.fixture
def writing(world, signed_in):
    """A form of a case with words in it, not sent yet."""

    def write(language="en-gb", role="coordinator"):
        client = signed_in(world.user(role))
        client.raise_request_exception = False
        client.cookies.load({"language": language})
        review = world.review_at(Stage.PANEL)
        client.address = reverse("reviews:early_action", args=[review.slug])
        form = form_of(client.get(client.address)).plausible(world.today).fill(what=WORDS)
        client.typed = dict(form.data.lists())
        return client

    return write


FAULTS = [
    (400, SuspiciousOperation("no")),
    (403, PermissionDenied("no")),
    (404, Http404("no")),
    (500, RuntimeError("no")),
    (503, OperationalError("no")),
]


@LANGUAGES
@pytest.mark.parametrize(("status", "fault"), FAULTS)
def test_every_refusal_gives_back_what_was_typed(writing, monkeypatch, status, fault, language):
    client = writing(language)

    def fail(*_args, **_words):
        raise fault

    monkeypatch.setattr(services, "record_early_action", fail)
    answer = client.post(client.address, client.typed)
    assert answer.status_code == status
    assert WORDS in given_back(answer)
    assert "csrfmiddlewaretoken" not in " ".join(given_back(answer))


@LANGUAGES
def test_whoever_may_not_do_it_any_more_has_their_words(writing, world, signed_in, language):
    typed = writing(language).typed
    for role, board, status in [("panel-member", "be", 403), ("coordinator", "dc", 404)]:
        client = signed_in(world.user(role, board))
        address = reverse("reviews:early_action", args=[world.review_at(Stage.PANEL).slug])
        answer = client.post(address, typed)
        assert answer.status_code == status and WORDS in given_back(answer)


@pytest.mark.parametrize(
    "limit", [{"DATA_UPLOAD_MAX_MEMORY_SIZE": 60}, {"DATA_UPLOAD_MAX_NUMBER_FIELDS": 2}]
)
def test_what_is_too_large_is_given_back_too(writing, settings, limit):
    client = writing()
    for name, value in limit.items():
        setattr(settings, name, value)
    body = "&".join(f"{name}={value}" for name, [value, *_] in client.typed.items())
    kind = "application/x-www-form-urlencoded"
    answer = client.post(client.address, body, content_type=kind)
    assert answer.status_code == 413
    assert WORDS in given_back(answer)


def test_of_a_form_with_files_that_is_too_large_all_that_was_read_is_given_back(
    world, signed_in, settings
):
    client = signed_in()
    begin(client, world.board)
    address = opened(client)
    form = form_of(client.get(address)).fill(circumstances=WORDS)
    settings.DATA_UPLOAD_MAX_NUMBER_FILES = 1
    files = {name: SimpleUploadedFile("a.pdf", b"%PDF-1.7") for name in ("upload", "another")}
    answer = client.post(address, dict(form.data.lists()) | files | {"save": "1"})
    assert answer.status_code == 413
    assert WORDS in given_back(answer)


@LANGUAGES
def test_too_many_attempts_say_so_and_give_back(world, signed_in, settings, language):
    cache.clear()
    settings.ACCOUNT_RATE_LIMITS = settings.ACCOUNT_RATE_LIMITS | {"refer_start": "1/h/ip"}
    client = signed_in()
    client.cookies.load({"language": language})
    begin(client, world.board)
    answer = client.post(reverse("refer:start"), {"email": "nyrs@iechyd.test"})
    cache.clear()
    assert answer.status_code == 429
    assert "nyrs@iechyd.test" in given_back(answer)


def test_a_session_that_ended_while_somebody_wrote(writing, world, signed_in):
    client = writing()
    client.logout()
    answer = client.post(client.address, client.typed)
    assert answer.status_code == 403 and WORDS in given_back(answer)
    writer = signed_in()
    begin(writer, world.board)
    address = opened(writer)
    form = form_of(writer.get(address)).fill(circumstances=WORDS)
    writer.session.flush()
    writer.cookies.clear()
    late = writer.post(address, dict(form.data.lists()) | {"save": "1"})
    assert late.status_code == 404 and WORDS in given_back(late)


def test_who_has_no_second_step_yet_is_told_with_their_words(writing, settings):
    client = writing()
    settings.SECOND_FACTOR_REQUIRED = True
    answer = client.post(client.address, client.typed)
    assert answer.status_code == 403 and WORDS in given_back(answer)


def test_no_secret_is_given_back_and_nothing_that_another_site_sent(writing, signed_in):
    client = signed_in()
    wrong = client.post("/nowhere/", {"password": "heather gorse", "reasons": WORDS})
    assert given_back(wrong) == [WORDS]
    evil = {"Origin": "https://evil.example"}
    assert given_back(client.post("/nowhere/", {"reasons": WORDS}, headers=evil)) == []
