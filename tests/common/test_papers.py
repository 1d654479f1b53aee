"""Papers that are asked for, waited for and taken away."""

import datetime as dt
import hashlib

import pytest
from django.contrib.auth import get_user_model
from django.core.files.storage import default_storage
from django.db import IntegrityError, transaction
from django.urls import reverse

from common import clock, pdf
from common.files import keep
from common.models import PaperRequest, PaperState, StoredFile
from common.papers import makers, making, services, tasks

pytestmark = pytest.mark.django_db

KIND = "tests.notice"


@pytest.fixture(autouse=True)
def woken(monkeypatch, settings, tmp_path):
    """The wakings that would have gone to the broker; files in a folder of the test's own."""
    settings.MEDIA_ROOT = tmp_path / "files"
    settings.SECOND_FACTOR_REQUIRED = False
    calls = []
    monkeypatch.setattr(services.bell, "ring", lambda: calls.append(1))
    return calls


@pytest.fixture
def paper(monkeypatch):
    """A registered kind whose owner is user 'subject.user', and a maker that needs no Pango."""
    monkeypatch.setattr(makers, "_register", {})
    monkeypatch.setattr(making, "render_pdf", lambda template, context, language: b"%PDF-made")
    taken = []
    made = makers.register(
        makers.Paper(
            kind=KIND,
            label="Notice of the outcome",
            template="pdf/base.html",
            context=lambda subject: {"reference": "BE 3/2024"},
            may=lambda user, subject: user.pk == subject["user"],
            filename=lambda subject: "be-3-2024-notice",
            on_download=lambda user, subject: taken.append(user.pk),
        )
    )
    return made, taken


@pytest.fixture
def asker(db):
    return get_user_model().objects.create_user("asker@example.wales")


@pytest.fixture
def stranger(db):
    return get_user_model().objects.create_user("stranger@example.wales")


def ask(user):
    return services.ask(KIND, subject={"user": user.pk}, language="cy", by=user.pk)


def test_asking_wakes_the_worker_once_it_is_committed(
    paper, asker, woken, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        row = ask(asker)
        assert woken == []
    assert (row.state, row.language, woken) == (PaperState.WAITING, "cy", [1])


def test_the_worker_is_woken_by_the_name_its_task_has():
    assert tasks.sweep.name == services.bell.task


def test_asking_twice_while_it_waits_asks_once(paper, asker):
    assert ask(asker) == ask(asker)
    making.make_waiting()
    assert ask(asker) != PaperRequest.objects.earliest("asked_at")


def test_a_kind_nobody_registered_is_an_error(asker, monkeypatch):
    monkeypatch.setattr(makers, "_register", {})
    with pytest.raises(KeyError):
        ask(asker)


def test_the_worker_makes_what_waits_and_keeps_it_under_an_opaque_name(paper, asker):
    row = ask(asker)
    assert making.make_waiting() == 1
    row.refresh_from_db()
    assert row.state == PaperState.MADE
    assert row.file.sha256 == hashlib.sha256(b"%PDF-made").hexdigest()
    assert (row.file.size, row.file.content_type) == (9, "application/pdf")
    with default_storage.open(row.file.path) as stored:
        assert stored.read() == b"%PDF-made"
    assert "notice" not in row.file.path
    assert making.make_waiting() == 0


def test_a_fault_is_tried_three_times_without_telling_its_text(paper, asker, monkeypatch, caplog):
    def break_down(*args):
        raise ValueError("the child is called Hedd")

    monkeypatch.setattr(making, "render_pdf", break_down)
    row = ask(asker)
    for expected in (PaperState.WAITING, PaperState.WAITING, PaperState.FAILED):
        PaperRequest.objects.update(claimed_until=None)
        making.make_waiting()
        row.refresh_from_db()
        assert row.state == expected
    assert "Hedd" not in caplog.text
    assert "ValueError" in caplog.text


def test_a_machine_without_pango_fails_at_once_and_says_why(paper, asker, monkeypatch):
    def refuse(*args):
        raise pdf.Unavailable

    monkeypatch.setattr(making, "render_pdf", refuse)
    row = ask(asker)
    making.make_waiting()
    row.refresh_from_db()
    assert (row.state, row.pdf_missing) == (PaperState.FAILED, True)


def test_a_claimed_paper_is_left_alone_until_its_lease_ends(paper, asker):
    ask(asker)
    assert making.claim() is not None
    assert making.claim() is None
    PaperRequest.objects.update(claimed_until=clock.now() - dt.timedelta(seconds=1))
    assert making.claim() is not None


def test_a_paper_whose_worker_dies_each_time_is_given_up_after_a_few_tries(paper, asker, client):
    row = ask(asker)
    for _ in range(making.TRIES):
        assert making.claim() == row, "and the worker is killed"
        PaperRequest.objects.update(claimed_until=clock.now() - dt.timedelta(seconds=1))
    assert making.make_waiting() == 0
    row.refresh_from_db()
    assert row.state == PaperState.FAILED
    client.force_login(asker)
    address = reverse("paper", args=[row.pk])
    assert "Make it again" in client.get(address).content.decode()
    again = client.post(address)
    anew = PaperRequest.objects.exclude(pk=row.pk).get()
    assert again.url == reverse("paper", args=[anew.pk])
    assert making.make_waiting() == 1


def test_one_that_takes_too_long_is_asked_for_anew_and_the_slow_worker_writes_nothing(
    paper, asker, client
):
    client.force_login(asker)
    row = ask(asker)
    slow = making.claim()
    address = reverse("paper", args=[row.pk])
    assert client.post(address).url == address, "it is being made"
    PaperRequest.objects.update(asked_at=clock.now() - dt.timedelta(minutes=3))
    assert client.post(address).url != address
    assert not making.make(slow)
    assert making.make_waiting() == 1


def test_a_wrong_clock_of_the_machine_breaks_no_lease_of_a_paper(paper, asker, monkeypatch):
    ask(asker)
    making.claim()
    ahead = clock.now() + dt.timedelta(days=1)
    monkeypatch.setattr("common.clock.now", lambda: ahead)
    assert making.claim() is None


def test_whoever_lost_the_lease_writes_nothing(paper, asker):
    ask(asker)
    slow = making.claim()
    PaperRequest.objects.update(claimed_until=clock.now() - dt.timedelta(seconds=1))
    quick = making.claim()
    assert making.make(quick)
    assert not making.make(slow)


def test_the_page_looks_again_by_itself_until_the_paper_is_ready(paper, asker, client):
    client.force_login(asker)
    row = ask(asker)
    waiting = client.get(reverse("paper", args=[row.pk]))
    assert waiting.headers["Refresh"] == "3"
    making.make_waiting()
    ready = client.get(reverse("paper", args=[row.pk]))
    assert "Notice of the outcome" in ready.content.decode()
    assert "Refresh" not in ready.headers
    assert reverse("paper_file", args=[row.pk]) in ready.content.decode()


def test_the_page_stops_looking_after_two_minutes(paper, asker, client):
    client.force_login(asker)
    row = ask(asker)
    PaperRequest.objects.update(asked_at=clock.now() - dt.timedelta(minutes=3))
    assert "Refresh" not in client.get(reverse("paper", args=[row.pk])).headers


def test_the_page_says_when_pango_is_missing(paper, asker, client):
    client.force_login(asker)
    row = ask(asker)
    PaperRequest.objects.update(state=PaperState.FAILED, pdf_missing=True)
    assert "Pango" in client.get(reverse("paper", args=[row.pk])).content.decode()


def test_a_paper_is_a_download_that_no_browser_runs(paper, asker, client):
    client.force_login(asker)
    row = ask(asker)
    assert client.get(reverse("paper_file", args=[row.pk])).status_code == 404
    making.make_waiting()
    response = client.get(reverse("paper_file", args=[row.pk]))
    assert b"".join(response.streaming_content) == b"%PDF-made"
    assert response.headers["Content-Disposition"] == (
        'attachment; filename="be-3-2024-notice.pdf"'
    )
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in response.headers["Content-Security-Policy"]
    assert paper[1] == [asker.pk]


@pytest.mark.parametrize("name", ["paper", "paper_file"])
def test_a_stranger_gets_404(paper, asker, stranger, client, name):
    row = ask(asker)
    making.make_waiting()
    client.force_login(stranger)
    assert client.get(reverse(name, args=[row.pk])).status_code == 404


@pytest.mark.parametrize("name", ["paper", "paper_file"])
def test_whoever_may_no_longer_have_it_gets_404(paper, asker, client, name):
    row = ask(asker)
    making.make_waiting()
    PaperRequest.objects.update(subject={"user": -1})
    client.force_login(asker)
    assert client.get(reverse(name, args=[row.pk])).status_code == 404


def test_nobody_signed_out_sees_a_paper(paper, asker, client):
    response = client.get(reverse("paper", args=[ask(asker).pk]))
    assert response.status_code == 302
    assert response.url.startswith(reverse("account_login"))


def test_the_database_refuses_a_made_paper_without_a_file_and_a_file_without_a_hash(paper, asker):
    row = ask(asker)
    with pytest.raises(IntegrityError), transaction.atomic():
        PaperRequest.objects.filter(pk=row.pk).update(state=PaperState.MADE)
    with pytest.raises(IntegrityError), transaction.atomic():
        StoredFile.objects.create(sha256="", size=0, content_type="text/plain")


def test_two_files_of_the_same_bytes_are_two_files():
    first, second = keep(b"x", "text/plain"), keep(b"x", "text/plain")
    assert first.path != second.path
    assert first.sha256 == second.sha256
