"""The notice to Welsh Government as PDF and Word: its boxes, its tags, and who may have it."""

import datetime as dt
import io
import re

import docx
import pikepdf
import pytest
from django.core.files.storage import default_storage
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation
from docx.oxml.ns import qn

from audit.models import Entry
from common import pdf
from common.deeds import NotNow
from common.models import PaperRequest, PaperState
from common.papers import services as papers
from common.papers import tasks
from reviews.decision.notices import Matter, matters
from reviews.decision.papers import KIND, WORD, context, filename, in_word, subject_of
from reviews.decision.services import decide, record_discussion, send_notice
from reviews.models import InvolvedAgency, Notice, Recommendation
from reviews.people.services import declare_interest
from reviews.recommendation.services import recommend
from reviews.referral.services import forward, log_referral
from tests.reviews.decision.annex_2 import IN_ORDER

TODAY = dt.date(2026, 3, 2)
RECOMMENDED, OUTCOME = Matter(Notice.About.RECOMMENDATION), Matter(Notice.About.OUTCOME)
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


def made(language, kind=KIND):
    tasks.sweep()
    row = PaperRequest.objects.get(language=language, kind=kind)
    assert row.state == PaperState.MADE
    return row


def test_a_recommendation_is_told_before_there_is_an_outcome(recommended):
    assert matters(recommended) == [RECOMMENDED]


def test_what_is_put_to_the_board_is_no_outcome_yet(recommended, board_chair):
    row = decide(recommended, by=board_chair, on=TODAY, reply="disagree", reasons="Not met.")
    assert matters(row) == [RECOMMENDED]


def test_the_notice_of_the_recommendation_says_nothing_of_the_decision(refused, coordinator):
    said = "\n".join(
        context(subject_of(refused, RECOMMENDED, is_welsh=False, by=coordinator))["form"].text()
    )
    assert OUTLINE in said
    assert "The inquest covers it." not in said and "of two minds" not in said


def test_the_file_name_is_neutral(refused, coordinator):
    subject = subject_of(refused, OUTCOME, is_welsh=True, by=coordinator)
    assert filename(subject) == "BE-1-2026-notice-cy"


def test_the_room_leads_to_it_those_who_may_make_it(
    recommended, coordinator, subgroup_chair, client
):
    room = reverse("reviews:decision", args=[recommended.slug])
    client.force_login(coordinator)
    assert address(recommended) in client.get(room).content.decode()
    client.force_login(subgroup_chair)
    assert address(recommended) not in client.get(room).content.decode()


def test_both_languages_and_formats_are_asked_for_at_once_and_only_once(
    recommended, coordinator, client
):
    client.force_login(coordinator)
    for _again in range(2):
        assert ask_for(client, recommended, "recommendation").url == address(recommended)
    found = PaperRequest.objects.values_list("kind", "language")
    assert sorted(found) == [(kind, code) for kind in (KIND, WORD) for code in ("cy", "en-gb")]
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


def text_of(subject, language):
    with translation.override(language):
        found = {**context(subject), "language": language}
        return render_to_string("pdf/notice.html", found)


def test_a_no_is_told_with_its_reasons_and_the_conflicting_views(refused, coordinator):
    """§5.8: where the final answer is no, Welsh Government hears of the reasons and the views."""
    text = text_of(subject_of(refused, OUTCOME, is_welsh=False, by=coordinator), "en-gb")
    for said in (
        "BE 1/2026",
        "Bro Eithin Safeguarding Board",
        "<strong>Concise review</strong>",
        "<strong>Majority</strong>",
        OUTLINE,
        "The criteria of regulation 4 are met.",
        "1 February 2025",
        "<strong>I disagree with the recommendation</strong>",
        "An inquest will do.",
        "No review",
        "The inquest covers it.",
        "The Board was of two minds.",
        VIEWS,
        coordinator.person.name,
    ):
        assert said in text, said


def test_the_welsh_notice_is_welsh_and_says_that_free_text_is_as_written(refused, coordinator):
    text = text_of(subject_of(refused, OUTCOME, is_welsh=True, by=coordinator), "cy")
    for said in ("Hysbysiad o ganlyniad", "Bwrdd Diogelu Bro Eithin", "Arolygiaeth Gofal Cymru"):
        assert said in text
    assert "2 Mawrth 2026" in text
    assert "yn yr iaith" in text and OUTLINE in text


FILLED = {
    "legal_status": "On the child protection register since May.",
    "safeguarding_action": "The sibling was placed at once.",
    "other_process": "A domestic homicide review was asked about.",
    "reviews_considered": "Both types were weighed.",
    "alternatives_considered": "A forum was weighed too.",
    "other_review_needs": "The inquest's questions come first.",
    "period_band": "6-12",
    "chair_who": "Elin Prydderch, head of nursing",
    "chair_is_independent": "yes",
    "chair_why": "Knows the county and not the case.",
    "questions": "Was the father known?",
    "further_issues": "Who spoke Welsh with her?",
    "reviewer_needed": "yes",
    "reviewer_known": "no",
    "reviewer_details": "Somebody from the north.",
    "reviewer_cost": "4200.50",
    "reviewer_cost_met_by": "The partners' pool.",
    "additional_cost": "300",
    "additional_cost_for": "An interpreter.",
    "first_panel_on": dt.date(2026, 4, 14),
    "is_in_time": "no",
    "time_issues": "The coroner sits in June.",
    "report_expected_on": dt.date(2026, 9, 1),
    "media": "likely",
    "media_issues": "The local paper has asked.",
    "signed_title": "Head of safeguarding",
    "signed_telephone": "01000 123456",
}
SHOWN = {
    "period_band": "6 to 12 months",
    "chair_is_independent": "Is the chair independent",
    "reviewer_needed": "Is an independent reviewer to be appointed?",
    "reviewer_known": "Are the name and designation",
    "reviewer_cost": "£4,200.50",
    "additional_cost": "£300.00",
    "first_panel_on": "14 April 2026",
    "is_in_time": "6 months from the referral?",
    "report_expected_on": "September 2026",
    "media": "There are, or may be",
}


@pytest.fixture
def filled(recommended, agency):
    Recommendation.objects.filter(pk=recommended.pk).update(**FILLED)
    InvolvedAgency.objects.create(
        review=recommended, agency=agency, contact_name="Siwan Rhys", contact_title="manager"
    )
    InvolvedAgency.objects.create(review=recommended, other_name="The swimming club")
    return type(recommended).objects.get(pk=recommended.pk)


def test_every_answer_of_the_form_stands_on_the_notice(filled, coordinator):
    text = text_of(subject_of(filled, RECOMMENDED, is_welsh=False, by=coordinator), "en-gb")
    text = text.replace("&#x27;", "'")
    for name, value in FILLED.items():
        said = SHOWN.get(name, value)
        assert str(said) in text, name
    for said in ("Siwan Rhys, manager", "The swimming club", "Social services"):
        assert said in text


def test_the_form_has_every_box_in_the_forms_order(refused, coordinator):
    form = context(subject_of(refused, OUTCOME, is_welsh=False, by=coordinator))["form"]
    text = "\n".join(form.text())
    at = 0
    for said in IN_ORDER:
        assert said in text[at:], said
        at = text.index(said, at) + len(said)


def word_of(subject, language="en-gb"):
    with translation.override(language):
        return docx.Document(io.BytesIO(in_word(subject, language)))


def words(document):
    """Every string in reading order, those of tables too."""
    return "\n".join(
        "".join(run.text or "" for run in paragraph.iter(qn("w:t")))
        for paragraph in document.element.body.iter(qn("w:p"))
    )


def test_word_says_what_the_pdf_says(filled, coordinator):
    subject = subject_of(filled, RECOMMENDED, is_welsh=False, by=coordinator)
    text = words(word_of(subject))
    for name, value in FILLED.items():
        assert str(SHOWN.get(name, value)) in text, name
    assert "☒ Concise review" in text and "☐ Extended review" in text


@pytest.mark.parametrize(
    ("is_welsh", "language", "tag"), [(0, "en-gb", "en-GB"), (1, "cy", "cy-GB")]
)
def test_word_is_made_for_those_who_listen_and_names_no_author(
    filled, coordinator, is_welsh, language, tag
):
    document = word_of(subject_of(filled, RECOMMENDED, is_welsh=is_welsh, by=coordinator), language)
    about = document.core_properties
    assert about.author == about.last_modified_by == about.comments == ""
    assert "BE 1/2026" in about.title and OUTLINE not in about.title
    assert about.language == tag
    defaults = document.styles.element.find(qn("w:docDefaults"))
    assert [each.get(qn("w:val")) for each in defaults.iter(qn("w:lang"))] == [tag]
    assert [p.style.name for p in document.paragraphs].count("Heading 1") == 1
    captions = [each.get(qn("w:val")) for each in document.element.body.iter(qn("w:tblCaption"))]
    assert len(captions) == len(document.tables) and all(captions)
    assert len(list(document.element.body.iter(qn("w:tblHeader")))) == 3  # the three grids
    foot = document.sections[0].footer.paragraphs[0].text
    assert "2 Mawrth 2026" in foot if is_welsh else "2 March 2026" in foot
    assert re.search("[0-9a-f]{64}", foot)


def test_both_formats_bear_the_same_checksum_and_another_once_a_word_differs(filled, coordinator):
    subject = subject_of(filled, RECOMMENDED, is_welsh=False, by=coordinator)
    first = context(subject)["form"].checksum
    assert first in word_of(subject).sections[0].footer.paragraphs[0].text
    assert first in text_of(subject, "en-gb")
    Recommendation.objects.filter(pk=filled.pk).update(rationale="Otherwise.")
    assert context(subject)["form"].checksum != first


def test_a_notice_without_its_rationale_is_not_made_but_its_sending_can_be_recorded(
    recommended, coordinator, client
):
    Recommendation.objects.filter(pk=recommended.pk).update(rationale="  ")
    client.force_login(coordinator)
    ask_for(client, recommended, "recommendation")
    assert not PaperRequest.objects.exists()
    assert b"gives no rationale" in client.get(address(recommended)).content
    words = {"by": coordinator, "on": TODAY, "about": "recommendation"}
    with pytest.raises(NotNow):
        send_notice(recommended, **words)
    assert send_notice(recommended, **words, reason="It went out on paper in 2019.").pk


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
        assert {"/H1", "/H2", "/H3", "/L", "/Table", "/TH", "/TD", "/Caption", "/P"} <= kinds


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
