"""The page on which somebody makes the address of their own calendar, or withdraws it."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.views import View
from django.views.decorators.cache import never_cache

from boards.calendar.tokens import make_token, revoke, standing_token
from boards.models import User
from boards.standing import person_behind
from common.outbox.words import absolute

WEBCAL = "webcal"


@method_decorator(never_cache, name="dispatch")
class MyCalendar(View):
    """The address is shown in the answer that makes it, and never again."""

    def get(self, request: HttpRequest) -> HttpResponse:
        return self.page(request)

    def post(self, request: HttpRequest) -> HttpResponse:
        person = person_behind(request.user)
        if person is None or not isinstance(request.user, User):
            raise Http404
        if request.POST.get("do") == "withdraw":
            if revoke(person, by=request.user):
                messages.success(request, _("The address is withdrawn. It opens nothing any more."))
            return redirect("my_calendar")
        token = make_token(person, by=request.user)
        return self.page(request, absolute(reverse("desk:calendar", args=[token])))

    def page(self, request: HttpRequest, address: str = "") -> HttpResponse:
        person = person_behind(request.user)
        _scheme, _colon, rest = address.partition(":")
        context: dict[str, Any] = {
            "person": person,
            "token": standing_token(person) if person else None,
            "address": address,
            "subscribe": f"{WEBCAL}:{rest}" if address else "",
        }
        return render(request, "boards/calendar/mine.html", context)
