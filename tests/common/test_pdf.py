"""PDFs: tagged, in one language, and fetching nothing from anywhere."""

import io
import subprocess
import sys

import pikepdf
import pytest

from common import pdf

pytestmark = pytest.mark.skipif(not pdf.available, reason="no Pango on this machine")


@pytest.fixture
def template(tmp_path, settings):
    """Makes a template of the given content."""
    settings.TEMPLATES = [
        {**settings.TEMPLATES[0], "DIRS": [*settings.TEMPLATES[0]["DIRS"], tmp_path]}
    ]

    def write(content):
        (tmp_path / "paper.html").write_text(
            '{% extends "pdf/base.html" %}{% block title %}Notice{% endblock %}'
            "{% block content %}<h1>Notice</h1>" + content + "{% endblock %}"
        )
        return "paper.html"

    return write


@pytest.fixture
def asked(monkeypatch):
    """The addresses that were refused."""
    refused = []
    real = pdf.OnlyOurs.fetch

    def fetch(self, url, headers=None):
        try:
            return real(self, url, headers)
        except ValueError:
            refused.append(url)
            raise

    monkeypatch.setattr(pdf.OnlyOurs, "fetch", fetch)
    return refused


def opened(content):
    return pikepdf.open(io.BytesIO(content))


def test_it_has_tags_a_language_a_title_and_says_it_is_accessible(template):
    made = pdf.render_pdf(
        template("<p>Hedd</p><table><tr><th>A</th><td>B</td></tr></table>"),
        {"reference": "BE 3/2024"},
        "cy",
    )
    with opened(made) as document:
        assert str(document.Root.Lang) == "cy"
        assert bool(document.Root.MarkInfo.Marked)
        assert document.Root.ViewerPreferences.DisplayDocTitle
        assert document.Root.StructTreeRoot
        assert str(document.docinfo["/Title"]) == "Notice"
        with document.open_metadata() as metadata:
            assert metadata["pdfuaid:part"] == "1"
        width, height = (float(side) for side in document.pages[0].MediaBox[2:])
        assert (round(width), round(height)) == (595, 842)


def test_english_names_its_country(template):
    made = pdf.render_pdf(template("<p>Peace</p>"), {"reference": "BE 3/2024"}, "en-gb")
    with opened(made) as document:
        assert str(document.Root.Lang) == "en-GB"


@pytest.mark.parametrize(
    "content",
    [
        '<a rel="attachment" href="file:///etc/hostname">x</a>',
        '<img src="file:///etc/hostname" alt="">',
        '<img src="http://127.0.0.1:9/x.png" alt="">',
        '<img src="https://169.254.169.254/latest" alt="">',
        "<style>@import url(http://127.0.0.1:9/x.css);</style>",
        "<style>@import url(file:///etc/hostname);</style>",
        '<link rel="stylesheet" href="file:///etc/hostname">',
        "<style>@font-face{font-family:X;src:url(file:///etc/hostname)} h1{font-family:X}</style>",
        '<img src="packaged:../../../cprs/settings.py" alt="">',
        '<img src="packaged:OFL.txt" alt="">',
        '<object data="ftp://127.0.0.1:9/x" type="image/png"></object>',
    ],
)
def test_nothing_is_fetched_from_disk_or_network(template, asked, content):
    made = pdf.render_pdf(template(content), {"reference": "x"}, "en-gb")
    assert asked
    with opened(made) as document:
        assert not document.attachments


def test_an_image_that_the_page_carries_is_shown(template, asked):
    pixel = (
        "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhg"
        "GAWjR9awAAAABJRU5ErkJggg=="
    )
    made = pdf.render_pdf(template(f'<img src="{pixel}" alt="Dot">'), {"reference": "x"}, "en-gb")
    assert asked == []
    with opened(made) as document:
        assert document.pages[0].get_images()


def test_our_own_font_is_used_where_it_was_built(template, asked, tmp_path, monkeypatch):
    built = tmp_path / "fonts"
    built.mkdir()
    (built / "source-sans-3-latin-400-normal.woff2").write_bytes(b"not a font")
    monkeypatch.setattr(pdf, "FONTS", built)
    made = pdf.render_pdf(template("<p>x</p>"), {"reference": "x"}, "en-gb")
    assert made.startswith(b"%PDF")
    assert asked == []


def test_without_pango_it_says_so(monkeypatch, template):
    monkeypatch.setattr(pdf, "available", False)
    with pytest.raises(pdf.Unavailable, match="Pango"):
        pdf.render_pdf(template("x"), {}, "cy")


def test_what_serves_pages_never_loads_the_library():
    script = (
        "import django, sys; django.setup()\n"
        "import common.papers.views, common.papers.services, common.papers.urls\n"
        "sys.exit('weasyprint' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == 0
