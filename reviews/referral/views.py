"""Pages of the referral stage."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views import View

from boards.models import Board, Holding
from common import clock
from common.deeds import WrongDate
from common.once import AlreadyDone, once
from reviews.deeds import FORWARD, LOG
from reviews.pages import DeedPage
from reviews.permissions import BY_OFFICE, May
from reviews.referral import services
from reviews.referral.forms import LogReferralForm


def boards_where(user: Any, right: May) -> QuerySet[Board]:
    """The boards for which this person may open a case, by an office that holds the right."""
    offices = [office for office, rights in BY_OFFICE.items() if right in rights]
    held = Holding.objects.current(clock.today()).filter(person__user=user, office__in=offices)
    return Board.objects.filter(pk__in=held.values("board"))


def boards_to_log_for(user: Any) -> QuerySet[Board]:
    """The boards whose referrals this person may log."""
    return boards_where(user, May.LOG_REFERRAL)


class Log(View):
    """Log a referral: the only deed that has no case yet."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        self.boards = boards_to_log_for(request.user)
        if not self.boards:
            raise PermissionDenied(_("Referrals are logged by the board's co-ordinator or chairs."))
        return super().dispatch(request, *args, **kwargs)

    def get(self, request: HttpRequest) -> HttpResponse:
        return self.show(request, LogReferralForm(boards=self.boards))

    def post(self, request: HttpRequest) -> HttpResponse:
        form = LogReferralForm(request.POST, boards=self.boards)
        if not form.is_valid():
            return self.show(request, form)
        facts = dict(form.cleaned_data)
        board, key = facts.pop("board"), facts.pop("key") or form.fields["key"].initial
        try:
            with once(key, by=request.user, result=reverse("reviews:list")) as ticket:
                review = services.log_referral(board, by=request.user, **facts)
                ticket.result = review.get_absolute_url()
        except AlreadyDone as first:
            return HttpResponseRedirect(first.result)
        except WrongDate as wrong:
            form.add_error("on", str(wrong.sentence))
            return self.show(request, form)
        messages.success(request, _("The referral is logged. This is its reference from now on."))
        return HttpResponseRedirect(ticket.result)

    def show(self, request: HttpRequest, form: LogReferralForm) -> HttpResponse:
        return render(
            request,
            "form_page.html",
            {
                "form": form,
                "heading": LOG.label,
                "submit_label": LOG.label,
                "cancel_url": reverse("reviews:list"),
            },
        )


class Forward(DeedPage):
    """Forward the referral to the sub-group."""

    kind = FORWARD
    room = "decision"
    intro = _("The six months are counted from the day on which the Board forwards the referral.")
    done = _("The referral is with the sub-group.")

    def act(self, form: Any, **words: Any) -> None:
        services.forward(self.review, **words)
