"""The page on which the referrer is told the outcome: the message as it goes out, and the form."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from common.deeds import Answer
from reviews.pages import DeedPage
from reviews.referral.deeds import TELL_REFERRER
from reviews.referral.telling import services
from reviews.referral.telling.forms import TellReferrerForm
from reviews.referral.telling.words import drafted, untold


class TellReferrer(DeedPage):
    """Tell whoever made the referral what became of it."""

    kind = TELL_REFERRER
    form_class = TellReferrerForm
    template_name = "reviews/referral/tell.html"
    room = "referral"
    done = _("It is recorded that the referrer was told.")

    def back(self) -> str:
        return reverse("reviews:referral", args=[self.review.slug])

    def form_words(self, answer: Answer) -> dict[str, Any]:
        return super().form_words(answer) | {"untold": untold(self.review)}

    def page(self, request: HttpRequest, **kwargs: Any) -> dict[str, Any]:
        languages = dict.fromkeys(each.language for each in untold(self.review))
        return {"drafts": [drafted(self.review, language) for language in languages]}

    def act(self, form: Any, **words: Any) -> None:
        facts = form.facts()
        whom = form.untold[facts.pop("whom")]
        services.tell_referrer(self.review, joined=whom.joined, **facts, **words)
