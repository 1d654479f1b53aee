"""What goes up: the list, and holding one step of it."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views import View

from common import clock
from common.deeds import Answer
from desk.deeds import HOLD, RELEASE
from desk.models import GoingUp
from desk.reminders import services
from desk.reminders.forms import HoldForm
from desk.reminders.going_up import going_up
from reviews.forms import DoneNowForm
from reviews.pages import DeedPage


class ListGoingUp(View):
    """`/going-up/`: for co-ordinators; whoever is none has no such page."""

    def get(self, request: HttpRequest) -> HttpResponse:
        found = going_up(request.user, clock.today())
        if found is None:
            raise Http404
        return render(request, "desk/reminders/going_up.html", {"steps": found})


class StepDeed(DeedPage):
    """A deed on one step up, found on the case that was opened."""

    room = "sent"

    is_held = False

    def step(self) -> GoingUp:
        found = GoingUp.objects.standing().filter(review=self.review)
        return get_object_or_404(found, uuid=self.kwargs["uuid"], held_at__isnull=not self.is_held)

    def question(self, request: HttpRequest) -> Answer:
        self.step()
        return super().question(request)

    def back(self) -> str:
        return reverse("desk:going_up")


class Hold(StepDeed):
    kind = HOLD
    form_class: type[HoldForm] = HoldForm
    intro = _("It stays here until you let it go up. The date it is about does not move.")

    def act(self, form: HoldForm, **words: Any) -> None:
        services.hold_step(self.review, step=self.step(), **form.facts(), **words)


class Release(StepDeed):
    is_held = True
    kind = RELEASE
    form_class: type[DoneNowForm] = DoneNowForm
    intro = _("It goes up on the next working day, unless what it is about is done by then.")

    def act(self, form: DoneNowForm, **words: Any) -> None:
        services.release_step(self.review, step=self.step(), **words)
