"""The copy of a referral that its writer keeps: what was sent, as the board has it."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views import View

from reviews.referral.public import services
from reviews.referral.public.files import sent_files
from reviews.referral.public.forms import as_written
from reviews.referral.public.sessions import close, opened
from reviews.referral.public.views import nothing_to_open


class Copy(View):
    """To be read and printed by whoever has the link, until the link runs out."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        try:
            self.row = opened(request, kwargs["uuid"])
        except services.NotOpen:
            return nothing_to_open(request)
        if self.row.sent_at is None:
            return nothing_to_open(request)
        return super().dispatch(request, *args, **kwargs)

    def get(self, request: HttpRequest, uuid: UUID) -> HttpResponse:
        context = {
            "row": self.row,
            "board": self.row.board,
            "answers": as_written(services.sent_answers_of(self.row)),
            "files": sent_files(self.row),
        }
        return render(request, "refer/copy.html", context)

    def post(self, request: HttpRequest, uuid: UUID) -> HttpResponse:
        """Close it on this computer."""
        close(request, self.row)
        return HttpResponseRedirect(reverse("refer:write", args=[uuid]))
