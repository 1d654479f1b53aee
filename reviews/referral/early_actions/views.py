"""The page on which it is recorded what was done at once."""

from typing import Any

from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from common.deeds import Answer
from reviews.models import EarlyAction
from reviews.pages import DeedPage
from reviews.referral.deeds import CORRECT_EARLY_ACTION, EARLY_ACTION
from reviews.referral.early_actions import services
from reviews.referral.early_actions.forms import CorrectEarlyActionForm, EarlyActionForm


class RecordEarlyAction(DeedPage):
    """Record what an agency did at once."""

    kind = EARLY_ACTION
    form_class = EarlyActionForm
    room = "referral"
    intro = _(
        "Record steps taken to keep children safe, and lessons put into practice before the"
        " review is finished. Do not record concerns about individual members of staff here."
        " Their agency has its own procedure for those."
    )
    done = _("The action has been recorded.")

    def back(self) -> str:
        return reverse("reviews:referral", args=[self.review.slug])

    def act(self, form: Any, **words: Any) -> None:
        services.record_early_action(self.review, **form.facts(), **words)


class CorrectEarlyAction(DeedPage):
    """A record of what was done at once is put right, or withdrawn."""

    kind = CORRECT_EARLY_ACTION
    form_class = CorrectEarlyActionForm
    room = "referral"
    done = _("The correction has been saved. The first version is kept with the reason.")
    row: EarlyAction

    def question(self, request: HttpRequest) -> Answer:
        standing = self.review.early_actions.filter(withdrawn_at=None)
        self.row = get_object_or_404(standing, uuid=self.kwargs["uuid"])
        return super().question(request)

    def form_words(self, answer: Answer) -> dict[str, Any]:
        return super().form_words(answer) | {"row": self.row}

    def back(self) -> str:
        return reverse("reviews:referral", args=[self.review.slug])

    def act(self, form: Any, **words: Any) -> None:
        services.correct_early_action(self.review, row=self.row, **form.facts(), **words)
