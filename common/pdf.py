"""Pages as PDF. The only module that names WeasyPrint, whose Pango a machine may lack; only the
worker imports it, so pages are served without."""

import logging
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from django.conf import settings
from django.template.loader import render_to_string
from django.utils import translation

try:
    import weasyprint
    from weasyprint.urls import URLFetcher, URLFetcherResponse
except OSError:  # no Pango here: everything but PDFs works
    available = False
    URLFetcher = object
else:
    available = True

log = logging.getLogger(__name__)

PACKAGED = "packaged:"
FONTS = Path(settings.BASE_DIR) / "static" / "built" / "fonts"
FACES = (  # family, file's middle, weight, style; the second family has ŵ and ŷ
    ("Source Sans 3", "latin-400-normal", 400, "normal"),
    ("Source Sans 3", "latin-700-normal", 700, "normal"),
    ("Source Sans 3", "latin-400-italic", 400, "italic"),
    ("Source Sans 3 Extended", "latin-ext-400-normal", 400, "normal"),
    ("Source Sans 3 Extended", "latin-ext-700-normal", 700, "normal"),
    ("Source Sans 3 Extended", "latin-ext-400-italic", 400, "italic"),
)


class Unavailable(RuntimeError):
    """This machine cannot make PDFs: the Pango library is missing."""


class OnlyOurs(URLFetcher):  # type: ignore[misc]  # untyped, and absent without Pango
    """Fetches what the page itself carries and our own fonts; never a file or the network."""

    def fetch(self, url: str, headers: Mapping[str, str] | None = None) -> "URLFetcherResponse":
        if url.startswith(PACKAGED):
            name = url.removeprefix(PACKAGED)
            if name in {path.name for path in FONTS.glob("*.woff2")}:
                return URLFetcherResponse(
                    url, (FONTS / name).read_bytes(), {"Content-Type": "font/woff2"}
                )
        elif url.startswith("data:"):
            return super().fetch(url, headers)
        log.warning("A PDF asked for an address that is not allowed; it was left out.")
        raise ValueError("This address is not allowed.")


def render_pdf(template: str, context: Mapping[str, Any], language: str) -> bytes:
    """A tagged PDF (PDF/UA-1) of the template in one language: readers take only the document's.

    Raises Unavailable without Pango.
    """
    if not available:
        raise Unavailable("PDFs need the Pango library: install libpango-1.0-0, libpangoft2-1.0-0.")
    with translation.override(language):
        html = render_to_string(
            template, {**context, "faces": _faces(), "language": _tag(language)}
        )
    document = weasyprint.HTML(string=html, url_fetcher=OnlyOurs(allowed_protocols=["data"]))
    made: bytes = document.write_pdf(pdf_variant="pdf/ua-1")
    return made


def _faces() -> list[dict[str, Any]]:
    """The fonts that were built; without them the machine's own serve."""
    return [
        {"family": family, "url": f"{PACKAGED}source-sans-3-{name}.woff2", "weight": w, "style": s}
        for family, name, w, s in FACES
        if (FONTS / f"source-sans-3-{name}.woff2").is_file()
    ]


def _tag(language: str) -> str:
    """en-gb as en-GB, as a document names its language."""
    name, _, country = language.partition("-")
    return f"{name}-{country.upper()}" if country else name
