"""The one page on which a review is taken on."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views import View

from common import clock
from common.once import AlreadyDone, once
from reviews.models import Marking
from reviews.permissions import May
from reviews.referral.boards import boards_where
from reviews.taking_on import services
from reviews.taking_on.deeds import TAKE_ON
from reviews.taking_on.forms import TakeOnForm


class TakeOn(View):
    """Take on a review at any stage: its known days, its people, its old references."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        self.boards = boards_where(request.user, May.TAKE_ON)
        if not self.boards:
            raise PermissionDenied(
                _("Only the board's co-ordinator or chair can add an existing review.")
            )
        return super().dispatch(request, *args, **kwargs)

    def get(self, request: HttpRequest) -> HttpResponse:
        return self.show(request, self.make_form())

    def make_form(self, *sent: Any) -> TakeOnForm:
        keeping = boards_where(self.request.user, May.KEEP_CHILDREN)
        return TakeOnForm(*sent, boards=self.boards, names_for=keeping.values_list("pk", flat=True))

    def post(self, request: HttpRequest) -> HttpResponse:
        form = self.make_form(request.POST, request.FILES)
        if not form.is_valid():
            return self.show(request, form)
        facts = form.cleaned_data
        try:
            with once(facts["key"], by=request.user, result=reverse("reviews:list")) as ticket:
                review = services.take_on(
                    facts["board"],
                    by=request.user,
                    on=clock.today(),
                    stage=facts["stage"],
                    days=form.days,
                    kind=facts["kind"],
                    course=facts["course"],
                    since=facts["since"],
                    code=facts["code"],
                    older=facts["older"],
                    outline=facts["outline"],
                    children=facts["children"],
                    names=facts["names"],
                    papers=form.papers,
                    marking=facts["papers_marking"] or Marking.NAMES,
                    panel_chair=facts["panel_chair"],
                    reviewers=[p for p in (facts["reviewer"], facts["second_reviewer"]) if p],
                )
                ticket.result = review.get_absolute_url()
        except AlreadyDone as first:
            return HttpResponseRedirect(first.result)
        messages.success(
            request,
            _("The review has been added. You can add papers, names and other details later."),
        )
        return HttpResponseRedirect(ticket.result)

    def show(self, request: HttpRequest, form: TakeOnForm) -> HttpResponse:
        return render(
            request,
            "reviews/taking_on/take_on.html",
            {
                "form": form,
                "heading": TAKE_ON.label,
                "intro": _(
                    "Use this for a review that started on paper or in another system."
                    " Enter what you know and leave the rest blank. We will not ask again"
                    " for anything from the earlier stages."
                ),
                "submit_label": TAKE_ON.label,
                "cancel_url": reverse("reviews:list"),
            },
        )
