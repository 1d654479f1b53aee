"""The panel of a review: its people, its terms of reference, and who could review."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from django.http import Http404, HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from common import clock
from common.deeds import Sentence
from guidance.terms import FIXED_ITEMS
from panels.costs.services import costs_of
from panels.deeds import COSTS_RECORDED, TERMS_AGREED
from panels.models import Asks, TermsOfReference
from panels.panel import services
from panels.panel.comparing import changes
from panels.panel.coverage import coverage, gaps, loads
from panels.panel.forms import TermsForm
from panels.panel.reviewing import reviewers_lacking
from panels.register.fitting import candidates
from reviews.capacities import Capacity
from reviews.case.offers import offers
from reviews.decision.amending import as_decided, as_value
from reviews.deeds import APPOINT
from reviews.door import ask
from reviews.models import Appointment, Recommendation, Review, ReviewKind
from reviews.pages import CasePage
from reviews.permissions import May
from reviews.versions import TextPage

PERIOD = ("period_from_on", "period_until_on")
WRITTEN = (
    "questions",
    "issues",
    "other_questions",
    "has_core_questions",
    "is_period_by_panel",
    "children",
    *PERIOD,
    "period_why",
)


class Room(CasePage):
    """Chair, members by agency, reviewers; what they cost; the terms and their versions."""

    room = "panel"
    template_name = "panels/panel/room.html"

    def page(self, request: HttpRequest, **kwargs: Any) -> dict[str, Any]:
        today = clock.today()
        every = list(
            self.review.appointments.select_related("person", "agency", "replaces__person")
        )
        rows = [row for row in every if row.holds(today)]
        covered = coverage(self.review, rows)
        versions = list(services.terms_of(self.review))
        return {
            "chairs": [row for row in rows if row.capacity == Capacity.PANEL_CHAIR],
            "reviewers": [row for row in rows if row.capacity in Capacity.reviewers()],
            "lacking": list(lacking(self.review, rows)),
            "covered": covered,
            "gaps": gaps(covered),
            "loads": loads(self.review, rows),
            "terms": versions[0] if versions else None,
            "earlier": versions[1:],
            "fixed": FIXED_ITEMS,
            "costs": costs_of(self.review),
            "may_keep_costs": ask(self.review, COSTS_RECORDED, request.user).is_yes,
            "may_appoint": ask(self.review, APPOINT, request.user).is_yes,
            "sees_register": request.user.has_perm(May.SEE_REVIEWERS, self.review.board),
            "offers": offers(self.review, request.user, "panel"),
        }


def lacking(review: Review, rows: Sequence[Appointment]) -> Iterator[Sentence]:
    """What the reviewers of this review still lack, in words, from its commissioning on."""
    for each in reviewers_lacking(review, rows):
        yield each.sentence
    if any(row.capacity in Capacity.reviewers() and not row.independence for row in rows):
        yield _("A reviewer's statement of independence is not recorded yet.")


class AgreeTerms(TextPage):
    """Agree the terms of reference, or change them: each time a new version."""

    kind = TERMS_AGREED
    form_class = TermsForm
    room = "panel"
    template_name = "panels/panel/agree_terms.html"
    done = _("The terms of reference are agreed.")

    def page(self, request: HttpRequest, **kwargs: Any) -> dict[str, Any]:
        return {"fixed": FIXED_ITEMS}

    def back(self) -> str:
        return reverse("panels:panel", args=[self.review.slug])

    def standing(self) -> tuple[int, Mapping[str, Any]]:
        """The latest version; before the first, what was decided: the recommendation as amended."""
        latest = services.current_terms(self.review)
        if latest:
            texts: dict[str, Any] = {name: getattr(latest, name) for name in WRITTEN}
            texts["children"] = [child.pk for child in latest.children.all()]
            return latest.version, texts
        recommended = Recommendation.objects.filter(review=self.review).first()
        decided = as_decided(self.review, recommended)
        return 0, {name: as_value(name, decided[name]) for name in (*PERIOD, "questions")} | {
            "issues": decided["further_issues"],
            "has_core_questions": self.review.kind == ReviewKind.EXTENDED,
            "children": list(self.review.subjects.values_list("pk", flat=True)),
        }

    def act(self, form: Any, **words: Any) -> None:
        services.agree_terms(self.review, **form.facts(), **words)


class Terms(CasePage):
    """One version as the document that it is, to be read and printed."""

    room = "panel"
    template_name = "panels/panel/terms.html"

    def page(self, request: HttpRequest, **kwargs: Any) -> dict[str, Any]:
        versions = list(services.terms_of(self.review))
        terms = next((each for each in versions if each.version == kwargs["version"]), None)
        if terms is None:
            raise Http404
        return {"terms": terms, "latest": versions[0], **parts(terms)}


def parts(terms: TermsOfReference) -> dict[str, Any]:
    """What the document lays out besides its own fields."""
    return {
        "fixed": FIXED_ITEMS,
        "case_questions": terms.asked(Asks.CASE),
        "core_questions": terms.asked(Asks.CORE),
        "other_questions": terms.asked(Asks.OTHER),
    }


class Changes(CasePage):
    """What a version changed from the one before it."""

    room = "panel"
    template_name = "panels/panel/changes.html"

    def page(self, request: HttpRequest, **kwargs: Any) -> dict[str, Any]:
        found = {each.version: each for each in services.terms_of(self.review)}
        before, after = found.get(kwargs["version"] - 1), found.get(kwargs["version"])
        if before is None or after is None:
            raise Http404
        return {"before": before, "after": after, "changes": changes(before, after)}


class ChooseReviewer(CasePage):
    """Who in the register could review this case, and what stands against it."""

    room = "panel"
    may = May.APPOINT
    template_name = "panels/panel/choose_reviewer.html"

    def page(self, request: HttpRequest, **kwargs: Any) -> dict[str, Any]:
        return {
            "candidates": candidates(self.review, clock.today()),
            "parts": [Capacity.REVIEWER_EXTERNAL, Capacity.REVIEWER_LOCAL]
            if self.review.kind == ReviewKind.EXTENDED
            else [Capacity.REVIEWER],
            "may_appoint": ask(self.review, APPOINT, request.user).is_yes,
        }
