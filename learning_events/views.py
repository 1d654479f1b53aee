"""The learning events of a case."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from learning_events import services
from learning_events.deeds import ANOTHER_RECORDED, HELD
from learning_events.forms import EventForm
from learning_events.models import LearningEvent
from reviews.case.offers import offers
from reviews.pages import CasePage, DeedPage


class Room(CasePage):
    """The events that were held, and what was learned."""

    room = "learning_event"
    template_name = "learning_events/room.html"

    def page(self, request: HttpRequest, **kwargs: Any) -> dict[str, Any]:
        return {
            "events": LearningEvent.objects.filter(review=self.review)
            .select_related("note_taker")
            .prefetch_related("facilitators"),
            "offers": offers(self.review, request.user, "learning_event"),
        }


class Hold(DeedPage):
    """Record the learning event: the review comes to its report."""

    kind = HELD
    form_class = EventForm
    room = "learning_event"
    done = _("The learning event is recorded.")

    def back(self) -> str:
        return reverse("learning_events:room", args=[self.review.slug])

    def act(self, form: Any, **words: Any) -> None:
        services.hold_event(self.review, **form.facts(), **words)


class Another(Hold):
    """Record a further event."""

    kind = ANOTHER_RECORDED

    def act(self, form: Any, **words: Any) -> None:
        services.record_another(self.review, **form.facts(), **words)
