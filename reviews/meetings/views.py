"""The meetings about a case."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from common import clock
from common.deeds import Answer
from reviews.case.offers import offers
from reviews.documents.reading import documents_of
from reviews.meetings import services
from reviews.meetings.bodies import bodies_of
from reviews.meetings.calendar import calendar
from reviews.meetings.deeds import CANCEL, KEEP_MINUTES, MOVE, PLAN, RECORD
from reviews.meetings.forms import CancelForm, MinutesForm, MoveForm, PlanForm, RecordForm
from reviews.models import Meeting
from reviews.pages import CasePage, DeedPage


class Room(CasePage):
    """What lies ahead, what was held, what was cancelled."""

    room = "meetings"
    template_name = "reviews/meetings/room.html"

    def page(self, request: HttpRequest, **kwargs: Any) -> dict[str, Any]:
        rows = list(
            self.review.meetings.select_related("minutes").prefetch_related(
                "moves", "attendances__person"
            )
        )
        return {
            "ahead": [row for row in rows if row.is_ahead],
            "held": [row for row in reversed(rows) if row.held_on],
            "cancelled": [row for row in rows if row.cancelled_why],
            "mine": bodies_of(request.user, self.review),
            "readable": set(documents_of(request.user, self.review).values_list("pk", flat=True)),
            "today": clock.today(),
            "offers": offers(self.review, request.user, "meetings"),
        }


class Calendar(CasePage):
    """One planned meeting for a calendar: the reference and the body, nothing else."""

    room = "meetings"

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        meeting = get_object_or_404(
            self.review.meetings, uuid=kwargs["uuid"], held_on=None, cancelled_why=""
        )
        return HttpResponse(
            calendar(meeting),
            content_type="text/calendar; charset=utf-8",
            headers={"Content-Disposition": f'attachment; filename="{self.review.slug}.ics"'},
        )


class MeetingDeed(DeedPage):
    """A deed that leads back to the meetings."""

    room = "meetings"

    def back(self) -> str:
        return reverse("reviews:meetings", args=[self.review.slug])


class OfABody(MeetingDeed):
    """Its form offers the bodies, and the people, that the reader may choose among."""

    def form_words(self, answer: Answer) -> dict[str, Any]:
        return super().form_words(answer) | {"reader": self.request.user}


class Plan(OfABody):
    kind = PLAN
    form_class = PlanForm
    done = _("The meeting is planned.")

    def act(self, form: Any, **words: Any) -> None:
        services.plan_meeting(self.review, **form.facts(), **words)


class Record(OfABody):
    """Record a meeting that nobody had planned here."""

    kind = RECORD
    form_class = RecordForm
    done = _("The meeting is recorded.")

    def act(self, form: Any, **words: Any) -> None:
        services.record_meeting(self.review, **form.facts(), **words)


class OneMeeting(MeetingDeed):
    """A deed on one meeting. One that was overtaken is told so by the door, and keeps its words."""

    template_name = "reviews/meetings/one.html"
    meeting: Meeting

    def question(self, request: HttpRequest) -> Answer:
        answer = super().question(request)
        self.meeting = get_object_or_404(self.review.meetings, uuid=self.kwargs["uuid"])
        if self.meeting.body not in bodies_of(request.user, self.review):
            raise Http404
        if request.method == "GET" and not self.is_open():
            raise Http404
        return answer

    def is_open(self) -> bool:
        return self.meeting.is_ahead

    def page(self, request: HttpRequest, **kwargs: Any) -> dict[str, Any]:
        return {"meeting": self.meeting}


class Hold(OneMeeting, Record):
    """Record that a planned meeting was held."""

    def form_words(self, answer: Answer) -> dict[str, Any]:
        return super().form_words(answer) | {"meeting": self.meeting}


class Move(OneMeeting):
    kind = MOVE
    form_class = MoveForm
    done = _("The meeting is moved.")

    def form_words(self, answer: Answer) -> dict[str, Any]:
        return super().form_words(answer) | {"meeting": self.meeting}

    def act(self, form: Any, **words: Any) -> None:
        services.move_meeting(self.review, meeting=self.meeting, **form.facts(), **words)


class Cancel(OneMeeting):
    kind = CANCEL
    form_class = CancelForm
    done = _("The meeting is cancelled.")

    def act(self, form: Any, **words: Any) -> None:
        services.cancel_meeting(self.review, meeting=self.meeting, **form.facts(), **words)


class Minutes(OneMeeting):
    kind = KEEP_MINUTES
    form_class = MinutesForm
    done = _("The minutes are added.")

    def is_open(self) -> bool:
        return self.meeting.held_on is not None and self.meeting.minutes_id is None

    def act(self, form: Any, **words: Any) -> None:
        services.keep_minutes(self.review, meeting=self.meeting, **form.facts(), **words)
