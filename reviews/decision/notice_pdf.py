"""The page on which the notices to Welsh Government are made, as PDF and Word in both languages."""

import datetime as dt
from collections.abc import Iterable
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from common import clock
from common.deeds import NOT_PERMITTED, Refused
from common.models import PaperRequest, PaperState
from common.papers import services
from reviews.decision.notices import Matter, lacking, matters
from reviews.decision.papers import CODES, KIND, WORD, subject_of
from reviews.pages import CasePage
from reviews.permissions import May
from reviews.standing import standing_of

LOOK_AGAIN = 3
PATIENCE = dt.timedelta(minutes=2)
KINDS = (KIND, WORD)


class NoticePaper(CasePage):
    """What can be made, and what this reader has asked for. The worker makes it."""

    room = "decision"
    template_name = "reviews/decision/notice_pdf.html"

    def page(self, request: HttpRequest, **kwargs: Any) -> dict[str, Any]:
        self.admit(request)
        latest = self.latest(request)
        return {
            "lacking": list(lacking(self.review)),
            "notices": [
                {"about": matter, "papers": [row for row in self.of(matter, latest) if row]}
                for matter in matters(self.review)
            ],
        }

    def admit(self, request: HttpRequest) -> None:
        standing = standing_of(request.user, self.review)
        if not standing.may(May.TELL_GOVERNMENT):
            raise Refused(standing.refusal(May.TELL_GOVERNMENT) or NOT_PERMITTED)

    def latest(self, request: HttpRequest) -> dict[tuple[str, str], PaperRequest]:
        """This reader's papers of the case: the newest of each kind and subject. One query."""
        rows = (
            PaperRequest.objects.filter(
                kind__in=KINDS, subject__review=self.review.pk, asked_by_id=request.user.pk or 0
            )
            .select_related("file")
            .order_by("asked_at")
        )
        return {(row.kind, key_of(row.subject)): row for row in rows}

    def of(
        self, matter: Matter, latest: dict[tuple[str, str], PaperRequest]
    ) -> Iterable[PaperRequest | None]:
        """English first, then Welsh; of each the PDF, then Word."""
        for welsh in CODES:
            subject = subject_of(self.review, matter, is_welsh=bool(welsh), by=self.request.user)
            yield from (latest.get((kind, key_of(subject))) for kind in KINDS)

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
        """Ask for one notice in both languages and both formats; what still waits is not asked
        twice. A notice without its course, vote or rationale is not made."""
        self.admit(request)
        by: Any = request.user
        wanted = request.POST.get("about", "")
        matter = next((each for each in matters(self.review) if each.key == wanted), None)
        if matter and not any(lacking(self.review)):
            for welsh, code in CODES.items():
                subject = subject_of(self.review, matter, is_welsh=bool(welsh), by=by)
                for kind in KINDS:
                    services.ask(kind, subject=subject, language=code, by=by.pk)
        return HttpResponseRedirect(reverse("reviews:notice_pdf", args=[self.review.slug]))


def key_of(subject: dict[str, int]) -> str:
    """What tells one paper of a case from another."""
    return "-".join(str(subject.get(name, 0)) for name in ("about", "number", "welsh"))
