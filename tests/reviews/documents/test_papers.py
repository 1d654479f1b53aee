"""The papers of a case: who reads which, versions, classes, withdrawal; and uploads that fail."""

import datetime as dt

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from audit.models import Entry
from common.files import keep
from common.models import StoredFile
from reviews.documents.writing import put
from reviews.models import Document, LegalAdvice, Marking
from tests.forms import fill, open_form, typed

PDF = b"%PDF-1.7\ntrailer\n<<>>\n%%EOF\n"
TITLE = "Letter that says too much"


@pytest.fixture
def review(world, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "files"
    return world.review_at("panel")


@pytest.fixture
def paper(world, review):
    def made(marking=Marking.OFFICIAL_SENSITIVE, title=TITLE):
        return put(
            review,
            keep(PDF, "application/pdf"),
            title=title,
            kind="letter",
            marking=marking,
            by=world.user("coordinator"),
        )

    return made


def address(name, review, row=None):
    return reverse(f"reviews:{name}", args=[review.slug, *([row.uuid] if row else [])])


def pdf(name="Gwenllian Canari.pdf", content=PDF):
    return SimpleUploadedFile(name, content)


def test_a_paper_is_added_and_downloaded_under_a_neutral_name(world, review, signed_in):
    client = signed_in(world.user("coordinator"))
    answer = fill(
        client,
        address("add_document", review),
        title=TITLE,
        kind="letter",
        marking="official_sensitive",
        upload=pdf(),
    )
    assert answer.status_code == 302, answer.context["form"].errors
    document = review.documents.get()
    got = signed_in(world.user("panel-member")).get(address("document", review, document))
    assert b"".join(got.streaming_content) == PDF
    assert got["Content-Disposition"] == f'attachment; filename="{review.slug}-1-v1.pdf"'
    assert got["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in got["Content-Security-Policy"]
    read = Entry.objects.get(verb="reviews.document_read")
    assert (read.by_id, read.target_id) == (world.user("panel-member").pk, document.pk)
    assert "too much" not in str(list(Entry.objects.values_list("details", flat=True)))


@pytest.mark.parametrize(
    ("upload", "sentence"),
    [
        (pdf(content=b""), "The file is empty"),
        (pdf(content=b"<html>"), "We cannot accept this type of file"),
        (pdf(content=PDF + b" " * 2_000_000), "At most, in megabytes: 1"),
        (None, "Choose a file"),
    ],
)
def test_an_upload_that_is_refused_says_why_and_loses_nothing_typed(
    world, review, signed_in, settings, upload, sentence
):
    settings.UPLOAD_MAX_BYTES = 1024 * 1024
    client = signed_in(world.user("coordinator"))
    words = {"title": TITLE, "kind": "letter", "marking": "names"}
    answer = fill(
        client, address("add_document", review), **words, **({"upload": upload} if upload else {})
    )
    page = answer.content.decode()
    assert answer.status_code == 200
    assert sentence in page
    assert TITLE in page
    assert not Document.objects.exists()
    assert not StoredFile.objects.exists()


@pytest.mark.parametrize("title", ["a\x00b", "x" * 161, "\u202egnp.exe", " "])
def test_a_hostile_title_is_asked_for_again(world, review, signed_in, title):
    client = signed_in(world.user("coordinator"))
    answer = fill(
        client,
        address("add_document", review),
        title=title,
        kind="letter",
        marking="official_sensitive",
        upload=pdf(),
    )
    assert answer.status_code == 200
    assert answer.context["form"].errors["title"]
    assert not Document.objects.exists()


@pytest.mark.parametrize(
    ("marking", "reads"),
    [
        (Marking.OFFICIAL_SENSITIVE, {"coordinator", "reviewer", "panel-member", "auditor"}),
        (Marking.NAMES, {"coordinator", "reviewer"}),
        (Marking.LEGAL, {"coordinator"}),
    ],
)
def test_a_class_is_open_to_those_who_hold_its_right_alone(
    world, review, signed_in, paper, marking, reads
):
    document = paper(marking)
    for role in ("coordinator", "reviewer", "panel-member", "auditor", "outsider"):
        client = signed_in(world.user(role))
        got = client.get(address("document", review, document))
        assert got.status_code == (200 if role in reads else 404), role
        seen = TITLE in client.get(address("documents", review)).content.decode()
        assert seen is (role in reads), role
    assert Entry.objects.filter(verb="reviews.document_read").count() == len(reads)


def test_a_reviewer_is_not_offered_a_class_that_is_closed_to_them(world, review, signed_in):
    client = signed_in(world.user("reviewer"))
    form = open_form(client, address("add_document", review))
    offered = [value for value, _label in form.fields["marking"].choices]
    assert offered == ["official_sensitive", "names"]
    sent = typed(form, title=TITLE, kind="letter", upload=pdf()) | {"marking": "legal"}
    assert client.post(address("add_document", review), sent).status_code == 200
    assert not Document.objects.exists()


def test_a_new_version_takes_the_place_of_the_old_which_is_kept(world, review, signed_in, paper):
    first, client = paper(), signed_in(world.user("coordinator"))
    url = address("replace_document", review, first)
    form = open_form(client, url)
    assert fill(client, url, title="Second", upload=pdf()).status_code == 302
    second = review.documents.get(version=2)
    assert (second.number, second.replaces) == (first.number, first)
    page = client.get(address("documents", review))
    [(shown, older)] = page.context["standing_papers"]
    assert (shown, older) == (second, [first])
    assert client.get(address("document", review, first)).status_code == 200
    # Whoever had the form open meanwhile is told, and keeps what they typed.
    late = client.post(url, typed(form, title="Mine came late", upload=pdf()))
    assert late.status_code == 409
    assert "Mine came late" in late.content.decode()
    assert review.documents.count() == 2


def test_a_paper_classified_anew_is_closed_at_once_with_every_version(
    world, review, signed_in, paper
):
    first, client = paper(), signed_in(world.user("coordinator"))
    fill(client, address("replace_document", review, first), title="Second", upload=pdf())
    second = review.documents.get(version=2)
    member = signed_in(world.user("panel-member"))
    assert member.get(address("document", review, first)).status_code == 200
    fill(client, address("classify_document", review, second), marking="names")
    for version in (first, second):
        assert member.get(address("document", review, version)).status_code == 404


def test_a_paper_is_withdrawn_for_a_reason_and_not_deleted(world, review, signed_in, paper):
    document, client = paper(), signed_in(world.user("coordinator"))
    url = address("withdraw_document", review, document)
    assert fill(client, url).status_code == 200  # no reason
    assert fill(client, url, why="Sent to the wrong case").status_code == 302
    member = signed_in(world.user("panel-member"))
    assert member.get(address("document", review, document)).status_code == 404
    assert "Sent to the wrong case" in member.get(address("documents", review)).content.decode()
    assert client.get(address("document", review, document)).status_code == 200
    assert client.get(url).status_code == 404


def test_a_paper_of_another_case_is_not_found_here(world, review, signed_in, paper):
    other = world.review_at("timelines")
    client = signed_in(world.user("coordinator"))
    document = paper()
    for name in ("document", "replace_document", "classify_document", "withdraw_document"):
        assert client.get(address(name, other, document)).status_code == 404


def test_the_list_of_papers_asks_no_more_for_thirty_than_for_three(
    world, review, signed_in, paper, django_assert_max_num_queries
):
    client = signed_in(world.user("coordinator"))
    counts = []
    for more in (3, 27):
        for number in range(more):
            paper(title=f"Paper {number}")
        client.get(address("documents", review))
        with django_assert_max_num_queries(60) as asked:
            client.get(address("documents", review))
        counts.append(len(asked))
    assert counts[0] == counts[1]


def test_legal_advice_is_logged_answered_and_closed_to_the_others(world, review, signed_in):
    client = signed_in(world.user("coordinator"))
    chair = world.person("board-chair")
    asked = {"about": "disclosure", "asked_by": chair, "question": "May we?"}
    assert fill(client, address("ask_advice", review), **asked).status_code == 302
    advice = LegalAdvice.objects.get()
    url = address("give_advice", review, advice)
    early = fill(client, url, given_by="Legal services", on=world.today - dt.timedelta(days=9))
    assert early.status_code == 200
    assert fill(client, url, given_by="Legal services", upload=pdf()).status_code == 302
    advice.refresh_from_db()
    assert advice.paper.marking == Marking.LEGAL
    assert client.get(url).status_code == 404
    for role in ("panel-member", "reviewer", "auditor", "outsider"):
        stranger = signed_in(world.user(role))
        for name, row in (("legal", None), ("ask_advice", None), ("give_advice", advice)):
            assert stranger.get(address(name, review, row)).status_code == 404, (role, name)
        assert stranger.get(address("document", review, advice.paper)).status_code == 404
    history = signed_in(world.user("panel-member")).get(address("history", review))
    assert "isclosure" not in history.content.decode()
