"""The page on which somebody leaves: first what moves, then the act."""

import uuid
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from boards.leaving import services
from boards.leaving.forms import LeaveForm
from boards.leaving.moves import Handover, account_stays, in_order
from boards.views import PersonForm


class Leave(PersonForm):
    heading = _("This person leaves")
    intro = _(
        "Offices, parts in reviews, actions, awaited replies and messages go to one person,"
        " in one act. Nothing moves before you have seen what it is."
    )
    submit_label = _("Show what moves")
    done = _("The work is handed over.")
    is_done = False

    def make_form(self, data: Any = None) -> forms.BaseForm:
        return LeaveForm(data, board=self.board, person=self.person)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        form = self.make_form(request.POST)
        if form.is_valid() and not form.cleaned_data["is_seen"]:
            return self.preview(form)
        return super().post(request, *args, **kwargs)

    def preview(self, form: forms.BaseForm) -> HttpResponse:
        """What moves and what cannot, before anything is done."""
        given = form.cleaned_data
        handover = Handover(
            self.board, self.person, given["successor"], given["last_on"], self.by, uuid.uuid4()
        )
        moves = [(move.label, move.preview(handover)) for move in in_order()]
        context = {
            "board": self.board,
            "person": self.person,
            "successor": given["successor"],
            "last_on": given["last_on"],
            "moves": [
                (label, sum(line.count for line in lines), lines) for label, lines in moves if lines
            ],
            "account_ends": not account_stays(handover),
            "key": self.key(),
            "again_url": reverse("leave", args=[self.board.code, self.person.uuid]),
            "cancel_url": self.back(),
        }
        return render(self.request, "boards/leaving/preview.html", context)

    def do(self, form: forms.BaseForm) -> None:
        services.leave(
            self.board,
            self.person,
            by=self.by,
            on=self.on,
            successor=form.cleaned_data["successor"],
            last_on=form.cleaned_data["last_on"],
        )
        self.is_done = True

    def back(self) -> str:
        return reverse("people", args=[self.board.code]) if self.is_done else super().back()
