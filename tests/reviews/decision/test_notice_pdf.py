"""The notice to Welsh Government as a PDF: its facts, its tags, and who may have it."""

import datetime as dt
import io

import pikepdf
import pytest
from django.core.files.storage import default_storage
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation

from audit.models import Entry
from common import pdf
from common.models import PaperRequest, PaperState
from common.papers import services as papers
from common.papers import tasks
from reviews.decision.papers import KIND, context, filename, matters, subject_of
from reviews.decision.services import decide, record_discussion
from reviews.people.services import declare_interest
from reviews.recommendation.services import recommend
from reviews.referral.services import forward, log_referral

TODAY = dt.date(2026, 3, 2)
OUTLINE = "A child of two was seriously injured at home."
VIEWS = "The head of education thought that a review was needed."


@pytest.fixture(autouse=True)
def quiet(monkeypatch, settings, tmp_path):
    """Nothing goes to the broker; files lie in a folder of the test's own."""
    settings.MEDIA_ROOT = tmp_path / "files"
    settings.SECOND_FACTOR_REQUIRED = False
    monkeypatch.setattr(papers, "wake", lambda: None)


@pytest.fixture
def recommended(board, coordinator, subgroup_chair):
    row = log_referral(board, by=coordinator, on=TODAY, source="telephone", sentence="Injury.")
    row = forward(row, by=coordinator, on=TODAY)
    return recommend(
        row,
        by=subgroup_chair,
        on=TODAY,
        course="concise",
        vote="majority",
        dissent="Two members saw no lesson for more than one agency.",
        outline=OUTLINE,
        rationale="The criteria of regulation 4 are met.",
        period_from_on=dt.date(2025, 2, 1),
        period_until_on=dt.date(2026, 1, 31),
        period_why="The family moved to the area then.",
    )


@pytest.fixture
def refused(recommended, board_chair, coordinator):
    """The Chair disagreed, the Board discussed it, and the answer stays no."""
    row = decide(
        recommended, by=board_chair, on=TODAY, reply="disagree", reasons="An inquest will do."
    )
    row = record_discussion(row, by=coordinator, on=TODAY, views="The Board was of two minds.")
    return decide(
        row,
        by=board_chair,
        on=TODAY,
        reply="final",
        course="no_review",
        reasons="The inquest covers it.",
        conflicting_views=VIEWS,
    )


def address(review):
    return reverse("reviews:notice_pdf", args=[review.slug])


def ask_for(client, review, about):
    return client.post(address(review), {"about": about})


def made(language):
    tasks.sweep()
    row = PaperRequest.objects.get(language=language)
    assert row.state == PaperState.MADE
    return row


def test_a_recommendation_is_told_before_there_is_an_outcome(recommended):
    assert matters(recommended) == ["recommendation"]


def test_what_is_put_to_the_board_is_no_outcome_yet(recommended, board_chair):
    row = decide(recommended, by=board_chair, on=TODAY, reply="disagree", reasons="Not met.")
    assert matters(row) == ["recommendation"]


def test_the_notice_of_the_recommendation_says_nothing_of_the_decision(refused, coordinator):
    facts = context(subject_of(refused, "recommendation", is_welsh=False, by=coordinator))
    assert facts["recommendation"].outline == OUTLINE
    assert facts["decision"] is facts["first"] is facts["discussion"] is None


def test_the_file_name_is_neutral(refused, coordinator):
    subject = subject_of(refused, "outcome", is_welsh=True, by=coordinator)
    assert filename(subject) == "BE-1-2026-notice-cy"


def test_the_room_leads_to_it_those_who_may_make_it(
    recommended, coordinator, subgroup_chair, client
):
    room = reverse("reviews:decision", args=[recommended.slug])
    client.force_login(coordinator)
    assert address(recommended) in client.get(room).content.decode()
    client.force_login(subgroup_chair)
    assert address(recommended) not in client.get(room).content.decode()


def test_both_languages_are_asked_for_at_once_and_only_once(recommended, coordinator, client):
    client.force_login(coordinator)
    for _again in range(2):
        assert ask_for(client, recommended, "recommendation").url == address(recommended)
    found = PaperRequest.objects.filter(kind=KIND).values_list("language", flat=True)
    assert sorted(found) == ["cy", "en-gb"]
    waiting = client.get(address(recommended))
    assert waiting.headers["Refresh"]


def test_what_is_not_there_yet_is_not_made(recommended, coordinator, client):
    client.force_login(coordinator)
    ask_for(client, recommended, "outcome")
    ask_for(client, recommended, "nonsense")
    assert not PaperRequest.objects.exists()


def test_the_paper_comes_as_a_download_and_the_reading_is_recorded(
    recommended, coordinator, client, monkeypatch
):
    monkeypatch.setattr("common.papers.making.render_pdf", lambda *args: b"%PDF-made")
    client.force_login(coordinator)
    ask_for(client, recommended, "recommendation")
    row = made("en-gb")
    assert reverse("paper_file", args=[row.pk]) in client.get(address(recommended)).content.decode()
    answer = client.get(reverse("paper_file", args=[row.pk]))
    assert answer.headers["Content-Disposition"] == (
        'attachment; filename="BE-1-2026-notice-en.pdf"'
    )
    entry = Entry.objects.filter(verb="reviews.read").latest("pk")
    assert (entry.details, entry.review_id) == ({"page": "notice-pdf"}, recommended.pk)


@pytest.mark.parametrize("who", ["outsider", "other_board_coordinator", "superuser"])
def test_a_stranger_gets_404(recommended, client, request, who):
    client.force_login(request.getfixturevalue(who))
    assert client.get(address(recommended)).status_code == 404
    assert ask_for(client, recommended, "recommendation").status_code == 404


def test_who_only_reads_the_case_is_refused(recommended, client, subgroup_chair):
    client.force_login(subgroup_chair)
    assert client.get(address(recommended)).status_code == 403
    assert ask_for(client, recommended, "recommendation").status_code == 403
    assert not PaperRequest.objects.exists()


def test_who_has_since_been_kept_out_loses_the_paper(recommended, client, coordinator, monkeypatch):
    monkeypatch.setattr("common.papers.making.render_pdf", lambda *args: b"%PDF-made")
    client.force_login(coordinator)
    ask_for(client, recommended, "recommendation")
    row = made("cy")
    declare_interest(recommended, by=coordinator, on=TODAY, grade="out", what="Named.")
    assert client.get(reverse("paper_file", args=[row.pk])).status_code == 404


def test_a_machine_without_pango_says_so_on_the_page(recommended, coordinator, client, monkeypatch):
    def refuse(*args):
        raise pdf.Unavailable

    monkeypatch.setattr("common.papers.making.render_pdf", refuse)
    client.force_login(coordinator)
    ask_for(client, recommended, "recommendation")
    tasks.sweep()
    assert b"the Pango library is not installed" in client.get(address(recommended)).content


# --- The document itself


def text_of(template_context, language):
    with translation.override(language):
        return render_to_string("pdf/notice.html", {**template_context, "language": language})


def test_a_no_is_told_with_its_reasons_and_the_conflicting_views(refused, coordinator):
    """§5.8: where the final answer is no, Welsh Government hears of the reasons and the views."""
    facts = context(subject_of(refused, "outcome", is_welsh=False, by=coordinator))
    text = text_of(facts, "en-gb")
    for said in (
        "BE 1/2026",
        "Bro Eithin Safeguarding Board",
        "A concise review",
        "By majority",
        OUTLINE,
        "The criteria of regulation 4 are met.",
        "1 February 2025",
        "No review",
        "The inquest covers it.",
        "The Board was of two minds.",
        VIEWS,
        coordinator.person.name,
    ):
        assert said in text


def test_the_welsh_notice_is_welsh(refused, coordinator):
    facts = context(subject_of(refused, "outcome", is_welsh=True, by=coordinator))
    text = text_of(facts, "cy")
    for said in ("Hysbysiad o ganlyniad", "Bwrdd Diogelu Bro Eithin", "Arolygiaeth Gofal Cymru"):
        assert said in text
    assert "2 Mawrth 2026" in text


@pytest.mark.skipif(not pdf.available, reason="Pango is not installed")
@pytest.mark.parametrize(("language", "tag"), [("en-gb", "en-GB"), ("cy", "cy")])
def test_the_pdf_is_tagged_for_those_who_listen(refused, coordinator, client, language, tag):
    client.force_login(coordinator)
    ask_for(client, refused, "outcome")
    row = made(language)
    with pdf_of(row) as document:
        root = document.Root
        assert str(root.Lang) == tag
        assert bool(root.MarkInfo.Marked)
        assert bool(root.ViewerPreferences.DisplayDocTitle)
        assert "BE 1/2026" in str(document.docinfo.Title)
        metadata = bytes(root.Metadata.read_bytes())
        assert b"pdfuaid" in metadata
        kinds = set(tags(root.StructTreeRoot))
        assert {"/H1", "/H2", "/H3", "/Table", "/TH", "/TD", "/Caption", "/P"} <= kinds


def pdf_of(row):
    with default_storage.open(row.file.path) as stored:
        return pikepdf.open(io.BytesIO(stored.read()))


def tags(node):
    """Every kind of element in the structure tree."""
    if "/S" in node:
        yield str(node.S)
    children = node.get("/K", [])
    for child in children if isinstance(children, pikepdf.Array) else [children]:
        if isinstance(child, pikepdf.Dictionary):
            yield from tags(child)
