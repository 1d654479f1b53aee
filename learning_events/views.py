"""The learning events of a case."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from learning_events import services
from learning_events.deeds import ANOTHER_RECORDED, HELD, INVITED
from learning_events.forms import AnotherForm, EventForm
from learning_events.models import LearningEvent
from learning_events.showing import Shown
from reviews.case.offers import offers
from reviews.door import ask
from reviews.models import Review
from reviews.pages import CasePage, DeedPage


def events_of(review: Review) -> Any:
    return (
        LearningEvent.objects.filter(review=review)
        .select_related("note_taker")
        .prefetch_related("facilitators", "participants__agency")
    )


class Room(CasePage):
    """The events that lie ahead, those that were held, and what was learned."""

    room = "learning_event"
    template_name = "learning_events/room.html"

    def page(self, request: HttpRequest, **kwargs: Any) -> dict[str, Any]:
        rows = [Shown(event) for event in events_of(self.review)]
        return {
            "ahead": [row for row in rows if row.event.is_ahead],
            "held": [row for row in rows if row.event.held_on],
            "cancelled": [row for row in rows if row.event.cancelled_on],
            "may_run": ask(self.review, INVITED, request.user).is_yes,
            "offers": offers(self.review, request.user, "learning_event"),
        }


class EventDeed(DeedPage):
    """A deed that leads back to the events."""

    room = "learning_event"

    def back(self) -> str:
        return reverse("learning_events:room", args=[self.review.slug])


class Hold(EventDeed):
    """Record the learning event: the review comes to its report."""

    kind = HELD
    form_class = EventForm
    template_name = "learning_events/hold.html"
    done = _("The learning event is recorded.")

    def page(self, request: HttpRequest, **kwargs: Any) -> dict[str, Any]:
        rows = events_of(self.review).filter(held_on=None, cancelled_on=None)
        return {"ahead": rows}

    def act(self, form: Any, **words: Any) -> None:
        services.hold_event(self.review, **form.facts(), **words)


class Another(Hold):
    """Record a further event."""

    kind = ANOTHER_RECORDED
    form_class = AnotherForm

    def act(self, form: Any, **words: Any) -> None:
        services.record_another(self.review, **form.facts(), **words)
