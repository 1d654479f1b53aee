"""Pages on which two people refuse a referral from the public page."""

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.translation import gettext_lazy as _

from reviews.referral.deeds import KEEP, PROPOSE_REFUSAL, SET_ASIDE
from reviews.referral.incoming.forms import IncomingForm
from reviews.referral.incoming.views import IncomingDeed
from reviews.referral.refusing import services
from reviews.referral.refusing.forms import ProposeRefusalForm


class Propose(IncomingDeed):
    form_class = ProposeRefusalForm
    heading = PROPOSE_REFUSAL.label
    intro = _(
        "Somebody else who logs referrals for the board has to agree. The referrer is told only"
        " then."
    )
    done = _("Your proposal is recorded. It waits for somebody else to agree.")

    def act(self, form: Any, **words: Any) -> None:
        services.propose_refusal(self.incoming, **form, **words)


class OverProposal(IncomingDeed):
    """A page for answering a proposal: without one it leads to the referral."""

    form_class = IncomingForm

    def get(self, request: HttpRequest) -> HttpResponse:
        if self.incoming.proposed_by_id is None:
            return HttpResponseRedirect(self.back())
        return super().get(request)


class Agree(OverProposal):
    heading = SET_ASIDE.label
    intro = _("The referrer is told by e-mail that it is not taken further, and why.")
    done = _("The referral is not taken further. The referrer is told why.")

    def get(self, request: HttpRequest) -> HttpResponse:
        if self.incoming.proposed_by_id == request.user.pk:
            return HttpResponseRedirect(self.back())
        return super().get(request)

    def act(self, form: Any, **words: Any) -> None:
        services.set_aside(self.incoming, **form, **words)


class Keep(OverProposal):
    heading = KEEP.label
    intro = _("The proposal is taken back, and the referral waits for the board as before.")
    done = _("The referral waits for the board as before.")

    def act(self, form: Any, **words: Any) -> None:
        services.keep(self.incoming, **form, **words)
