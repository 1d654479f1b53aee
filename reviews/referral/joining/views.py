"""Pages on which two referrals about the same child become one case."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from common.deeds import Answer
from reviews.forms import DeedForm
from reviews.pages import DeedPage
from reviews.querysets import visible_to
from reviews.referral.deeds import JOIN_CASE, JOIN_REFERRAL
from reviews.referral.joining import services
from reviews.referral.joining.forms import JoinCaseForm, JoinReferralForm


class JoinReferral(DeedPage):
    """A further referral about the same child has come: it is kept on this case."""

    kind = JOIN_REFERRAL
    form_class = JoinReferralForm
    room = "referral"
    intro = _(
        "Another professional referred the same child. Their referral is kept beside this one."
    )
    done = _("The referral is joined to this case.")

    def back(self) -> str:
        return reverse("reviews:referral", args=[self.review.slug])

    def act(self, form: Any, **words: Any) -> None:
        services.join_referral(self.review, **form.facts(), **words)


class JoinCase(DeedPage):
    """This case was logged a second time: it ends, and the other one goes on."""

    kind = JOIN_CASE
    form_class = JoinCaseForm
    room = "referral"
    done = _("The case is joined to the other one.")

    def back(self) -> str:
        return reverse("reviews:referral", args=[self.review.slug])

    def form_words(self, answer: Answer) -> dict[str, Any]:
        return super().form_words(answer) | {"open_to": visible_to(self.request.user)}

    def hold_still(self, form: DeedForm) -> None:
        """The service locks both cases in one order: one of them locked before would have two
        people, who join two cases to each other, wait for one another."""

    def act(self, form: Any, **words: Any) -> None:
        services.join_case(self.review, **form.facts(), **words)
