"""The notice as Word and as PDF: the same words, for those who listen too."""

import io
import re

import docx
import pikepdf
import pytest
from django.core.files.storage import default_storage
from django.utils import translation
from docx.oxml.ns import qn

from common import pdf
from reviews.decision.papers import context, in_word, subject_of
from reviews.models import Recommendation
from tests.reviews.decision.notice.papers_of import (
    FILLED,
    OUTLINE,
    RECOMMENDED,
    SHOWN,
    ask_for,
    made,
    text_of,
)


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
