"""The timelines of a case. The pages of one agency's return stand in returns.py."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Q
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from panels.deeds import (
    AGENCIES_ASKED,
    AGENCY_ADDED,
    RETURN_EXTENDED,
    RETURN_WAIVED,
    TIMELINES_RELEASED,
)
from panels.models import AgencyReturn
from panels.querysets import is_released, returnable_by, visible_to
from panels.timelines import services
from panels.timelines.forms import AskAgenciesForm, AskAnotherForm, ExtendForm, WaiveForm
from reviews.case.offers import offers
from reviews.pages import CasePage, DeedPage


@dataclass(frozen=True)
class Line:
    """One agency in the room: how it stands for all, its text for those who may read it."""

    row: AgencyReturn
    is_readable: bool
    may_give: bool


class Room(CasePage):
    """Every agency and how it stands; the texts for those who may read them."""

    room = "timelines"
    template_name = "panels/timelines/room.html"

    def page(self, request: HttpRequest, **kwargs: Any) -> dict[str, Any]:
        rows = (
            AgencyReturn.objects.filter(review=self.review)
            .select_related("agency", "author", "signed_off_by")
            .prefetch_related("extensions__agreed_by")
            .annotate(open_queries=Count("queries", filter=Q(queries__answered_on=None)))
        )
        readable = set(
            visible_to(request.user).filter(review=self.review).values_list("pk", flat=True)
        )
        given = set(returnable_by(request.user, self.review).values_list("pk", flat=True))
        return {
            "lines": [
                Line(row, row.pk in readable, row.pk in given and row.may_still_come)
                for row in rows
            ],
            "released": is_released(self.review),
            "offers": offers(self.review, request.user, "timelines"),
        }


class TimelinesDeed(DeedPage):
    """A deed that leads back to the timelines."""

    room = "timelines"

    def back(self) -> str:
        return reverse("panels:timelines", args=[self.review.slug])


class AskAgencies(TimelinesDeed):
    kind = AGENCIES_ASKED
    form_class = AskAgenciesForm
    done = _("The agencies are asked.")

    def act(self, form: Any, **words: Any) -> None:
        services.ask_agencies(self.review, **form.facts(), **words)


class AskAnother(TimelinesDeed):
    kind = AGENCY_ADDED
    form_class = AskAnotherForm
    done = _("The agency is asked.")

    def act(self, form: Any, **words: Any) -> None:
        services.ask_another(self.review, **form.facts(), **words)


class Extend(TimelinesDeed):
    kind = RETURN_EXTENDED
    form_class = ExtendForm
    done = _("The agency has more time.")

    def act(self, form: Any, **words: Any) -> None:
        services.extend_return(self.review, **form.facts(), **words)


class Waive(TimelinesDeed):
    kind = RETURN_WAIVED
    form_class = WaiveForm
    done = _("The decision about the timeline has been recorded.")

    def act(self, form: Any, **words: Any) -> None:
        services.waive_return(self.review, **form.facts(), **words)


class Release(TimelinesDeed):
    kind = TIMELINES_RELEASED
    intro = _("Everybody who may read the case will be able to read every agency's timeline.")
    done = _("The timelines are released.")

    def act(self, form: Any, **words: Any) -> None:
        services.release_timelines(self.review, **words)
