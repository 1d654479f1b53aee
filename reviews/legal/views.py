"""The log of legal advice, open to those who may read it alone."""

from typing import Any

from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from common.deeds import Answer
from reviews.case.offers import offers
from reviews.documents.deeds import ASK_ADVICE, GIVE_ADVICE
from reviews.door import ask
from reviews.legal import services
from reviews.legal.forms import AskForm, GiveForm
from reviews.models import LegalAdvice
from reviews.pages import CasePage, DeedPage
from reviews.permissions import May


class Room(CasePage):
    """What was asked, by whom, and what came."""

    room = "legal"
    may = May.LEGAL_ADVICE
    template_name = "reviews/legal/room.html"

    def page(self, request: HttpRequest, **kwargs: Any) -> dict[str, Any]:
        return {
            "log": self.review.legal_advice.select_related("asked_by", "paper"),
            "may_keep": ask(self.review, GIVE_ADVICE, request.user).is_yes,
            "offers": offers(self.review, request.user, "legal"),
        }


class AdviceDeed(DeedPage):
    """A deed that leads back to the log."""

    room = "legal"
    may = May.LEGAL_ADVICE

    def back(self) -> str:
        return reverse("reviews:legal", args=[self.review.slug])


class Ask(AdviceDeed):
    kind = ASK_ADVICE
    form_class = AskForm
    done = _("The request has been recorded.")

    def act(self, form: Any, **words: Any) -> None:
        services.ask_advice(self.review, **form.facts(), **words)


class Give(AdviceDeed):
    kind = GIVE_ADVICE
    form_class = GiveForm
    done = _("The advice is recorded.")
    advice: LegalAdvice

    def question(self, request: HttpRequest) -> Answer:
        answer = super().question(request)
        self.advice = get_object_or_404(self.review.legal_advice, uuid=self.kwargs["uuid"])
        if request.method == "GET" and self.advice.given_on is not None:
            raise Http404
        return answer

    def act(self, form: Any, **words: Any) -> None:
        services.give_advice(self.review, advice=self.advice, **form.facts(), **words)
