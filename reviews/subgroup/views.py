"""The room of the sub-group: the recommendation, what agencies answered, meetings, deferrals."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from reviews.case.offers import offers
from reviews.models import Body
from reviews.pages import CasePage, DeedPage
from reviews.permissions import May
from reviews.recommendation.document import document
from reviews.recommendation.drafts import draft_of
from reviews.recommendation.gaps import DOUBTS, LACKING
from reviews.standing import standing_of
from reviews.subgroup import services
from reviews.subgroup.deeds import DEFER
from reviews.subgroup.forms import DeferForm


class Room(CasePage):
    """How far the sub-group is, and what it made. The draft is for those who prepare it."""

    room = "subgroup"
    template_name = "reviews/subgroup/room.html"

    def page(self, request: HttpRequest, **kwargs: Any) -> dict[str, Any]:
        paper = getattr(self.review, "recommendation", None)
        draft = None if paper else draft_of(self.review)
        meetings = self.review.meetings.filter(body=Body.SUBGROUP, held_on__isnull=False)
        return {
            "recommendation": paper,
            "pages": document(paper) if paper else [],
            "draft": draft,
            "lacking": [LACKING[code][0] for code in draft.lacking] if draft else [],
            "doubts": [DOUBTS[code][0] for code in draft.doubts] if draft else [],
            "may_prepare": standing_of(request.user, self.review).may(May.PREPARE),
            "scoping": self.review.scoping_returns.select_related("agency", "asked_of"),
            "deferrals": self.review.deferrals.select_related("decided_by"),
            "meetings": meetings.prefetch_related("attendances__person"),
            "offers": offers(self.review, request.user, "subgroup"),
        }


class Defer(DeedPage):
    """Put the case off, with the reason and the next day."""

    kind = DEFER
    form_class = DeferForm
    room = "subgroup"
    done = _("The case is deferred.")

    def back(self) -> str:
        return reverse("reviews:subgroup", args=[self.review.slug])

    def act(self, form: Any, **words: Any) -> None:
        services.defer(self.review, **form.facts(), **words)
