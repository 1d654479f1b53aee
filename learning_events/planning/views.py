"""Pages of planning an event and listing its participants."""

from typing import Any

from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext_lazy as _

from common.deeds import Answer, Deed
from learning_events import services as recording
from learning_events.deeds import (
    ANOTHER_RECORDED,
    ATTENDANCE_RECORDED,
    BEFORE_THE_REPORT,
    CANCELLED,
    HELD,
    INVITED,
    PLANNED,
    REPLANNED,
)
from learning_events.forms import EventForm
from learning_events.models import EventKind, LearningEvent
from learning_events.planning import services
from learning_events.planning.forms import (
    AttendanceForm,
    CancelForm,
    InviteForm,
    PlanForm,
    ReplanForm,
)
from learning_events.views import EventDeed


class Plan(EventDeed):
    kind = PLANNED
    form_class = PlanForm
    done = _("The event is planned.")

    def act(self, form: Any, **words: Any) -> None:
        services.plan_event(self.review, **form.facts(), **words)


class OneEvent(EventDeed):
    """A deed on one event. One that was overtaken is told so by the door, and keeps its words."""

    template_name = "learning_events/one.html"
    event: LearningEvent

    def question(self, request: HttpRequest) -> Answer:
        events = LearningEvent.objects.select_related("review").prefetch_related("facilitators")
        self.event = get_object_or_404(events, review=self.review, uuid=self.kwargs["uuid"])
        self.kind = self.asked_of()
        answer = super().question(request)
        if request.method == "GET" and not self.is_open():
            raise Http404
        return answer

    def asked_of(self) -> Deed:
        """The deed that is asked of this event."""
        return self.kind

    def is_open(self) -> bool:
        return self.event.is_ahead

    def page(self, request: HttpRequest, **kwargs: Any) -> dict[str, Any]:
        return {"event": self.event}

    def form_words(self, answer: Answer) -> dict[str, Any]:
        return super().form_words(answer) | {"event": self.event}


class Replan(OneEvent):
    kind = REPLANNED
    form_class = ReplanForm
    done = _("The plan of the event is changed.")

    def act(self, form: Any, **words: Any) -> None:
        services.replan_event(self.event, **form.facts(), **words)


class Cancel(OneEvent):
    kind = CANCELLED
    form_class = CancelForm
    done = _("The event is cancelled.")

    def act(self, form: Any, **words: Any) -> None:
        services.cancel_event(self.event, **form.facts(), **words)


class Invite(OneEvent):
    kind = INVITED
    form_class = InviteForm
    done = _("The participants are added.")

    def is_open(self) -> bool:
        return self.event.cancelled_on is None

    def act(self, form: Any, **words: Any) -> None:
        services.invite(self.event, **form.facts(), **words)


class RecordAttendance(OneEvent):
    kind = ATTENDANCE_RECORDED
    form_class = AttendanceForm
    done = _("Attendance has been recorded.")

    def is_open(self) -> bool:
        return self.event.cancelled_on is None and self.event.participants.exists()

    def act(self, form: Any, **words: Any) -> None:
        services.record_attendance(self.event, **form.facts(), **words)


class HoldPlanned(OneEvent):
    """Record that a planned event was held. The review's own one leads on to the report."""

    kind = HELD
    form_class = EventForm
    done = _("The learning event is recorded.")

    def asked_of(self) -> Deed:
        main = self.event.kind == EventKind.MAIN and self.review.stage in BEFORE_THE_REPORT
        return HELD if main else ANOTHER_RECORDED

    def form_words(self, answer: Answer) -> dict[str, Any]:
        words = super().form_words(answer)
        words["planned"] = words.pop("event")
        return words

    def act(self, form: Any, **words: Any) -> None:
        record = recording.hold_event if self.kind is HELD else recording.record_another
        record(self.review, **form.facts(), **words)
