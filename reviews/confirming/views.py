"""One page to confirm what was recorded for oneself, and one to answer a dispute."""

import uuid
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views import View

from common import clock
from common.deeds import NotNow
from common.once import AlreadyDone, once
from reviews.access import record_reading
from reviews.confirming import services
from reviews.confirming.deeds import SETTLE
from reviews.confirming.forms import NO, ConfirmForm, SettleForm
from reviews.confirming.telling import label, reason, told
from reviews.models import Confirmation
from reviews.pages import DeedPage
from reviews.permissions import May
from reviews.standing import standing_of


class Confirm(View):
    """What was recorded for the reader. It opens to them alone; to everybody else it is not there.

    A light sign-in may lead straight here: the page needs nothing else of the case.
    """

    def dispatch(self, request: HttpRequest, *args: Any, key: uuid.UUID, **kwargs: Any) -> Any:
        user = request.user
        rows = Confirmation.objects.select_related(
            "review__board", "provenance__paper", "recorded_by__person", "person"
        )
        row = rows.filter(uuid=key, person__user=user).first()
        if row is None or standing_of(user, row.review).refusal(May.VIEW):
            raise Http404
        self.row = row
        return super().dispatch(request, *args, **kwargs)

    def get(self, request: HttpRequest) -> HttpResponse:
        record_reading(request.user, self.row.review, "record")
        return self.show(request, ConfirmForm() if self.row.is_waiting else None)

    def post(self, request: HttpRequest) -> HttpResponse:
        form = ConfirmForm(request.POST)
        if not form.is_valid():
            return self.show(request, form)
        facts, by, today = form.cleaned_data, request.user, clock.today()
        here = self.row.get_absolute_url()
        try:
            with once(facts["key"] or uuid.uuid4(), by=by, result=here):
                if facts["answer"] == NO:
                    services.dispute(self.row, by=by, on=today, why=facts["why"])
                else:
                    services.confirm(self.row, by=by, on=today)
        except AlreadyDone as first:
            return HttpResponseRedirect(first.result)
        except NotNow as not_now:
            form.add_error(None, [str(each.sentence) for each in not_now.obstacles])
            return self.show(request, form)
        messages.success(request, _("Your answer is recorded. Thank you."))
        return HttpResponseRedirect(here)

    def show(self, request: HttpRequest, form: ConfirmForm | None) -> HttpResponse:
        review = self.row.review
        return render(
            request,
            "reviews/confirming/confirm.html",
            {
                "row": self.row,
                "form": form,
                "told": told(self.row),
                "label": label(self.row),
                "reason": reason(self.row),
                "reference": str(review.reference),
                "case_url": review.get_absolute_url()
                if request.user.has_perm(May.VIEW, review)
                else "",
            },
        )


class Settle(DeedPage):
    """Answer a dispute: beside it stands what was recorded, and why it is said not to be so."""

    kind = SETTLE
    form_class = SettleForm
    day = "how"
    room = "record"
    template_name = "reviews/confirming/settle.html"
    done = _("The answer to the dispute is recorded.")

    @property
    def row(self) -> Confirmation:
        rows = self.review.confirmations.select_related("provenance__paper", "person")
        found: Confirmation | None = rows.filter(
            uuid=self.kwargs["key"], disputed_at__isnull=False
        ).first()
        if found is None:
            raise Http404
        return found

    def back(self) -> str:
        return reverse("reviews:record", args=[self.review.slug])

    def page(self, request: HttpRequest, **kwargs: Any) -> dict[str, Any]:
        row = self.row
        return {
            "row": row,
            "told": told(row),
            "label": label(row),
        }

    def act(self, form: Any, **words: Any) -> None:
        row = self.row
        row.review = self.review
        services.settle(row, **form.facts(), **words)
