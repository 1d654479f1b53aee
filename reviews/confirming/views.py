"""One page to confirm what was recorded for oneself, and one to answer a dispute.

The first serves the successor of whoever has left as well.
"""

import uuid
from typing import Any

from django.contrib import messages
from django.db.models import Q
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
from reviews.confirming.forms import NO, ConfirmForm, LeftForm, SettleForm
from reviews.confirming.telling import label, reason, told
from reviews.documents.reading import open_papers
from reviews.models import Confirmation
from reviews.pages import DeedPage
from reviews.permissions import May
from reviews.standing import standing_of


class Confirm(View):
    """What was recorded for the reader, or for whom the reader took over from. It opens to them
    alone; to everybody else it is not there.

    A light sign-in may lead straight here: the page needs nothing else of the case.
    """

    def dispatch(self, request: HttpRequest, *args: Any, key: uuid.UUID, **kwargs: Any) -> Any:
        user = request.user
        rows = Confirmation.objects.select_related(
            "review__board", "provenance__paper", "recorded_by__person", "person"
        )
        theirs = Q(person__user=user) | Q(passed_to__user=user)
        row = rows.filter(theirs, uuid=key).first() if user.is_authenticated else None
        if row is None or standing_of(user, row.review).refusal(May.VIEW):
            raise Http404
        self.row = row
        self.is_successor = row.person.user_id != user.pk
        return super().dispatch(request, *args, **kwargs)

    def get(self, request: HttpRequest) -> HttpResponse:
        record_reading(request.user, self.row.review, "record")
        return self.show(request, self.form_class() if self.row.is_waiting else None)

    @property
    def form_class(self) -> type[ConfirmForm] | type[LeftForm]:
        return LeftForm if self.is_successor else ConfirmForm

    def post(self, request: HttpRequest) -> HttpResponse:
        form = self.form_class(request.POST)
        if not form.is_valid():
            return self.show(request, form)
        facts, by, today = form.cleaned_data, request.user, clock.today()
        here = self.row.get_absolute_url()
        try:
            with once(facts["key"] or uuid.uuid4(), by=by, result=here):
                if self.is_successor:
                    services.settle_for_leaver(self.row, by=by, on=today, how=facts["how"])
                elif facts["answer"] == NO:
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

    def show(self, request: HttpRequest, form: ConfirmForm | LeftForm | None) -> HttpResponse:
        review = self.row.review
        return render(
            request,
            "reviews/confirming/confirm.html",
            {
                "row": self.row,
                "form": form,
                "is_successor": self.is_successor,
                "told": told(self.row),
                "label": label(self.row),
                "reason": reason(self.row),
                "reference": str(review.reference),
                "open_papers": open_papers(request.user, review),
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
        answerable = Q(disputed_at__isnull=False) | Q(passed_at__isnull=False)
        found: Confirmation | None = rows.filter(answerable, uuid=self.kwargs["key"]).first()
        if found is None:
            raise Http404
        return found

    def back(self) -> str:
        return reverse("reviews:record", args=[self.review.slug])

    def page(self, request: HttpRequest, **kwargs: Any) -> dict[str, Any]:
        row = self.row
        return {
            "row": row,
            "open_papers": open_papers(request.user, self.review),
            "told": told(row),
            "label": label(row),
        }

    def act(self, form: Any, **words: Any) -> None:
        row = self.row
        row.review = self.review
        services.settle(row, **form.facts(), **words)
