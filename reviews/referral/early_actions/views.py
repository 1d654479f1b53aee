"""The page on which it is recorded what was done at once."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from reviews.pages import DeedPage
from reviews.referral.deeds import EARLY_ACTION
from reviews.referral.early_actions import services
from reviews.referral.early_actions.forms import EarlyActionForm


class RecordEarlyAction(DeedPage):
    """Record what an agency did at once."""

    kind = EARLY_ACTION
    form_class = EarlyActionForm
    room = "referral"
    intro = _(
        "Steps to keep children safe, and lessons put into practice before the review is finished."
        " Concerns about single members of staff go to their agency's own procedure, not here."
    )
    done = _("What was done is recorded.")

    def back(self) -> str:
        return reverse("reviews:referral", args=[self.review.slug])

    def act(self, form: Any, **words: Any) -> None:
        services.record_early_action(self.review, **form.facts(), **words)
