"""The panel of a review: its people and its terms of reference."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from common import clock
from panels.deeds import TERMS_AGREED
from panels.models import TermsOfReference
from panels.panel import services
from panels.panel.forms import TermsForm
from reviews.capacities import Capacity
from reviews.case.offers import offers
from reviews.deeds import APPOINT
from reviews.door import ask
from reviews.models import Recommendation
from reviews.pages import CasePage
from reviews.versions import TextPage

PERIOD = ("period_from_on", "period_until_on")
WRITTEN = ("questions", "has_core_questions", *PERIOD, "period_why")


class Room(CasePage):
    """Chair, members by agency, reviewers; the terms of reference and their earlier versions."""

    room = "panel"
    template_name = "panels/panel/room.html"

    def page(self, request: HttpRequest, **kwargs: Any) -> dict[str, Any]:
        today = clock.today()
        rows = [
            row
            for row in self.review.appointments.select_related("person", "agency")
            if row.holds(today)
        ]
        versions = list(
            TermsOfReference.objects.filter(review=self.review).select_related("agreed_by")
        )
        return {
            "chairs": [row for row in rows if row.capacity == Capacity.PANEL_CHAIR],
            "reviewers": [row for row in rows if row.capacity in Capacity.reviewers()],
            "members": by_agency([row for row in rows if row.capacity == Capacity.PANEL_MEMBER]),
            "authors": by_agency([row for row in rows if row.capacity == Capacity.AGENCY_AUTHOR]),
            "terms": versions[0] if versions else None,
            "earlier": versions[1:],
            "may_appoint": ask(self.review, APPOINT, request.user).is_yes,
            "offers": offers(self.review, request.user, "panel"),
        }


def by_agency(rows: list[Any]) -> list[Any]:
    return sorted(rows, key=lambda row: (str(row.agency), row.person.name))


class AgreeTerms(TextPage):
    """Agree the terms of reference, or change them: each time a new version."""

    kind = TERMS_AGREED
    form_class = TermsForm
    room = "panel"
    done = _("The terms of reference are agreed.")

    def back(self) -> str:
        return reverse("panels:panel", args=[self.review.slug])

    def standing(self) -> tuple[int, Mapping[str, Any]]:
        """The latest version; before the first, the period that was recommended."""
        latest = services.current_terms(self.review)
        if latest:
            return latest.version, {name: getattr(latest, name) for name in WRITTEN}
        recommended = Recommendation.objects.filter(review=self.review).first()
        return 0, {name: getattr(recommended, name, "") for name in PERIOD}

    def act(self, form: Any, **words: Any) -> None:
        services.agree_terms(self.review, **form.facts(), **words)
