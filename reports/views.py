"""Pages of the report: the document, its versions, and what is done to it."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from django.http import Http404, HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from common import clock
from common.comparing import Run, compare, differs
from reports import deeds, services
from reports.facts import facts_of
from reports.forms import (
    AcceptForm,
    AgreeForm,
    DraftForm,
    RatifyForm,
    SendBackForm,
    StatementForm,
)
from reports.models import SECTIONS, TEXTS, Draft
from reports.reading import report_of, standing_draft, unsigned, version_of
from reviews.case.offers import offers
from reviews.pages import CasePage, DeedPage
from reviews.versions import TextPage

HEADINGS = {
    "outline": _("Outline of the circumstances"),
    "learning": _("What did we learn?"),
    "conclusions": _("What do we need to do differently?"),
}
LANGUAGES = (("en", "en-GB", _("English")), ("cy", "cy", _("Welsh")))


@dataclass(frozen=True)
class Body:
    """One section in one language: its text, or how it differs from another version."""

    lang: str
    language: Any
    text: str = ""
    runs: tuple[Run, ...] = ()


@dataclass(frozen=True)
class Section:
    heading: Any
    bodies: list[Body]


def sections_of(draft: Draft) -> list[Section]:
    """The draft as a document: each section in the languages in which it is written."""
    return [
        Section(
            HEADINGS[section],
            [
                Body(lang, language, text)
                for code, lang, language in LANGUAGES
                if (text := getattr(draft, f"{section}_{code}"))
            ],
        )
        for section in SECTIONS
    ]


def compared(old: Draft, new: Draft) -> list[Section]:
    """What changed between two versions, section by section; what did not change is left out."""
    found = []
    for section in SECTIONS:
        bodies = []
        for code, lang, language in LANGUAGES:
            runs = compare(*(getattr(draft, f"{section}_{code}") for draft in (old, new)))
            if differs(runs):
                bodies.append(Body(lang, language, runs=tuple(runs)))
        if bodies:
            found.append(Section(HEADINGS[section], bodies))
    return found


class ReportPage(CasePage):
    room = "report"

    def draft(self, version: int) -> Draft:
        drafts = Draft.objects.filter(report=self.review.pk).select_related("saved_by__person")
        draft = drafts.filter(version=version).first()
        if draft is None:
            raise Http404
        return draft


class Room(ReportPage):
    """The draft that stands, its versions, the statements, the agreement and the acceptance."""

    template_name = "reports/room.html"

    def page(self, request: HttpRequest, **kwargs: Any) -> dict[str, Any]:
        report = report_of(self.review)
        drafts = list(report.drafts.select_related("saved_by__person")) if report else []
        today = clock.today()
        return {
            "report": report,
            "draft": drafts[0] if drafts else None,
            "sections": sections_of(drafts[0]) if drafts else [],
            "drafts": [*pairwise([*drafts, None])],
            "statements": report.statements.select_related("person") if report else [],
            "unsigned": unsigned(self.review, today),
            "making": facts_of(self.review),
            "agreements": report.agreements.select_related("agreed_by", "draft") if report else [],
            "sendings_back": report.sendings_back.select_related("sent_back_by") if report else [],
            "acceptance": getattr(report, "acceptance", None),
            "offers": offers(self.review, request.user, "report"),
        }


class Version(ReportPage):
    """One version of the report as a document."""

    template_name = "reports/version.html"

    def page(self, request: HttpRequest, **kwargs: Any) -> dict[str, Any]:
        draft = self.draft(kwargs["version"])
        return {"draft": draft, "sections": sections_of(draft)}


class Compare(ReportPage):
    """Two versions, word by word."""

    template_name = "reports/compare.html"

    def page(self, request: HttpRequest, **kwargs: Any) -> dict[str, Any]:
        old, new = self.draft(kwargs["old"]), self.draft(kwargs["new"])
        return {"old": old, "new": new, "sections": compared(old, new)}


class ReportDeed(DeedPage):
    """A deed that leads back to the report."""

    room = "report"

    def back(self) -> str:
        return reverse("reports:room", args=[self.review.slug])


class OverText(TextPage):
    """A deed over the draft that stands."""

    room = "report"

    def back(self) -> str:
        return reverse("reports:room", args=[self.review.slug])

    def standing(self) -> tuple[int, Mapping[str, str]]:
        draft = standing_draft(self.review)
        texts = {name: getattr(draft, name) for name in TEXTS} if draft else {}
        return version_of(draft), texts


class Write(OverText):
    """Write the report, on top of the version that stands."""

    kind = deeds.SAVE_DRAFT
    form_class = DraftForm
    intro = _("Saving makes a new version. Every earlier one is kept.")
    done = _("The draft is saved.")

    def act(self, form: Any, **words: Any) -> None:
        services.save_draft(self.review, texts=form.facts(), **words)


class Sign(ReportDeed):
    """A reviewer signs their statement."""

    kind = deeds.SIGN_STATEMENT
    form_class = StatementForm
    done = _("The statement is signed.")

    def act(self, form: Any, **words: Any) -> None:
        services.sign_statement(self.review, **form.facts(), **words)


class Agree(OverText):
    """The panel agrees the report."""

    kind = deeds.AGREE
    form_class = AgreeForm
    done = _("The report has been agreed and is now with the Board.")

    def act(self, form: Any, **words: Any) -> None:
        services.agree(self.review, **form.facts(), **words)


class SendBack(ReportDeed):
    """The Board asks for changes."""

    kind = deeds.SEND_BACK
    form_class = SendBackForm
    done = _("The report is sent back.")

    def act(self, form: Any, **words: Any) -> None:
        services.send_back(self.review, **form.facts(), **words)


class Accept(OverText):
    """The Board accepts the report."""

    kind = deeds.ACCEPT
    form_class = AcceptForm
    done = _("The report is accepted. Publication and the action plan follow.")

    def act(self, form: Any, **words: Any) -> None:
        services.accept(self.review, **form.facts(), **words)


class Ratify(ReportDeed):
    """A meeting ratified the acceptance by e-mail."""

    kind = deeds.RATIFY
    form_class = RatifyForm
    done = _("The ratification is recorded.")

    def act(self, form: Any, **words: Any) -> None:
        services.ratify(self.review, **words)
