"""The panel of a review: its people and its terms of reference."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from common import clock
from common.deeds import Answer
from common.errors import Conflict
from common.typed import Typed
from panels.deeds import TERMS_AGREED
from panels.models import TermsOfReference
from panels.offers import offers_now
from panels.panel import services
from panels.panel.forms import TermsForm
from reviews.capacities import Capacity
from reviews.deeds import APPOINT
from reviews.door import ask
from reviews.forms import DeedForm
from reviews.pages import CasePage, DeedPage

WRITTEN_UNDER = ("questions", "period_from_on", "period_until_on", "period_why", "changes")


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
            "offers": offers_now(self.review, request.user, "panel"),
        }


def by_agency(rows: list[Any]) -> list[Any]:
    return sorted(rows, key=lambda row: (str(row.agency), row.person.name))


class AgreeTerms(DeedPage):
    """Agree the terms of reference, or change them: each time a new version."""

    kind = TERMS_AGREED
    form_class = TermsForm
    room = "panel"
    done = _("The terms of reference are agreed.")

    def back(self) -> str:
        return reverse("panels:panel", args=[self.review.slug])

    def form_words(self, answer: Answer) -> dict[str, Any]:
        return super().form_words(answer) | {"latest": services.current_terms(self.review)}

    def act(self, form: Any, **words: Any) -> None:
        services.agree_terms(self.review, **form.facts(), **words)

    def overtaken(self, request: HttpRequest, form: DeedForm) -> HttpResponse:
        """Where another version came first, both texts stand side by side."""
        latest = services.current_terms(self.review)
        if latest is None or latest.version == form.cleaned_data.get("based_on"):
            return super().overtaken(request, form)
        raise Conflict(
            _("Another version of the terms of reference was agreed while you wrote yours."),
            theirs=[
                Typed(str(latest._meta.get_field(name).verbose_name).capitalize(), str(value))  # type: ignore[union-attr]
                for name in WRITTEN_UNDER
                if (value := getattr(latest, name))
            ],
            mine=[
                Typed(str(form.fields[name].label), str(value))
                for name in WRITTEN_UNDER
                if (value := form.cleaned_data.get(name))
            ],
        )
