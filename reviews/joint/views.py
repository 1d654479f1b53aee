"""The boards and countries of a case."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from common import clock
from reviews.case.offers import offers
from reviews.joint import services
from reviews.joint.deeds import ADD_BOARD, END_PARTICIPATION, OPEN_NAMES, RECORD_COUNTRY
from reviews.joint.forms import AddBoardForm, CountryForm, OpenNamesForm, ParticipationForm
from reviews.pages import CasePage, DeedPage


class Room(CasePage):
    """Who leads and why, who takes part, and what each was told when."""

    room = "boards"
    template_name = "reviews/joint/room.html"

    def page(self, request: HttpRequest, **kwargs: Any) -> dict[str, Any]:
        joined = self.review.participations.select_related("board").prefetch_related("tellings")
        today = clock.today()
        return {
            "lead": getattr(self.review, "lead_board", None),
            "joined": [row for row in joined if row.until_on is None or row.holds(today)],
            "former": [row for row in joined if not (row.until_on is None or row.holds(today))],
            "countries": self.review.across_border.all(),
            "offers": offers(self.review, request.user, "boards"),
        }


class BoardsDeed(DeedPage):
    """A deed that leads back to the boards of the case."""

    room = "boards"

    def back(self) -> str:
        return reverse("reviews:boards", args=[self.review.slug])


class AddBoard(BoardsDeed):
    kind = ADD_BOARD
    form_class = AddBoardForm
    intro = _(
        "The chairs and co-ordinators of that board will read the case, without names. Its agencies"
        " may sit on the panel and be asked for timelines. Its chair is told by a message."
    )
    done = _("The board takes part. Its chair is told.")

    def act(self, form: Any, **words: Any) -> None:
        services.add_board(self.review, **form.facts(), **words)


class EndParticipation(BoardsDeed):
    kind = END_PARTICIPATION
    form_class = ParticipationForm
    intro = _("From the day after, its people no longer read the case.")
    done = _("The board no longer takes part.")

    def act(self, form: Any, **words: Any) -> None:
        services.end_participation(self.review, **form.facts(), **words)


class OpenNames(BoardsDeed):
    kind = OPEN_NAMES
    form_class = OpenNamesForm
    done = _("Recorded. Every look at a name is recorded too.")

    def act(self, form: Any, **words: Any) -> None:
        services.open_names(self.review, **form.facts(), **words)


class RecordCountry(BoardsDeed):
    kind = RECORD_COUNTRY
    form_class = CountryForm
    done = _("Recorded.")

    def act(self, form: Any, **words: Any) -> None:
        services.record_country(self.review, **form.facts(), **words)
