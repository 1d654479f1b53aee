"""The worker's first page: what is mine to do, what waits on others, what is due soon."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views import View

from common import clock
from desk.turns import desk_of


class Desk(View):
    """`/`: the whole of somebody's work at a glance."""

    def get(self, request: HttpRequest) -> HttpResponse:
        return render(request, "desk/desk.html", {"desk": desk_of(request.user, clock.today())})
