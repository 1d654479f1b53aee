"""The page on which the notice to Welsh Government is made as a PDF, in both languages."""

import datetime as dt
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from common import clock
from common.deeds import NOT_PERMITTED, Refused
from common.models import PaperRequest, PaperState
from common.papers import services
from reviews.decision.papers import ABOUT, CODES, KIND, matters, subject_of
from reviews.models import Notice
from reviews.pages import CasePage
from reviews.permissions import May
from reviews.standing import standing_of

LOOK_AGAIN = 3
PATIENCE = dt.timedelta(minutes=2)


class NoticePaper(CasePage):
    """What can be made, and what this reader has asked for. The worker makes it."""

    room = "decision"
    template_name = "reviews/decision/notice_pdf.html"

    def page(self, request: HttpRequest, **kwargs: Any) -> dict[str, Any]:
        self.admit(request)
        return {"notices": [self.row(request, about) for about in matters(self.review)]}

    def admit(self, request: HttpRequest) -> None:
        standing = standing_of(request.user, self.review)
        if not standing.may(May.TELL_GOVERNMENT):
            raise Refused(standing.refusal(May.TELL_GOVERNMENT) or NOT_PERMITTED)

    def row(self, request: HttpRequest, about: Notice.About) -> dict[str, Any]:
        """One notice: the latest paper of each language."""
        papers = [
            PaperRequest.objects.filter(
                kind=KIND,
                subject=subject_of(self.review, about, is_welsh=bool(welsh), by=request.user),
            )
            .order_by("-asked_at")
            .first()
            for welsh in CODES
        ]
        return {"about": about, "papers": [paper for paper in papers if paper]}

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        context = self.page(request, **kwargs)
        response = self.show(request, context)
        waiting = [
            paper
            for notice in context["notices"]
            for paper in notice["papers"]
            if paper.state == PaperState.WAITING and clock.now() - paper.asked_at < PATIENCE
        ]
        if waiting:
            response.headers["Refresh"] = str(LOOK_AGAIN)
        return response

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Ask for both languages of one notice; the same one still waiting is not asked twice."""
        self.admit(request)
        by: Any = request.user
        about = request.POST.get("about", "")
        if about in matters(self.review) and about in ABOUT.values():
            for welsh, code in CODES.items():
                services.ask(
                    KIND,
                    subject=subject_of(self.review, about, is_welsh=bool(welsh), by=by),
                    language=code,
                    by=by.pk,
                )
        return HttpResponseRedirect(reverse("reviews:notice_pdf", args=[self.review.slug]))
