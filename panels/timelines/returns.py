"""An agency's return at its own address: its author opens it without seeing the case."""

from dataclasses import replace
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _

from common.deeds import Answer, Deed, Refused
from common.errors import Conflict
from common.typed import Typed
from panels.deeds import (
    QUERY_ANSWERED,
    QUERY_ASKED,
    RETURN_UNLOCKED,
    TIMELINE_CORRECTED,
    TIMELINE_RETURNED,
)
from panels.models import AgencyReturn
from panels.querysets import returnable_by, visible_to
from panels.returns.services import may_sign_off
from panels.timelines import services
from panels.timelines.forms import GiveReturnForm
from panels.verbs import READ_RETURN
from reviews.door import ask
from reviews.forms import DeedForm
from reviews.own_address import OwnAddress
from reviews.pages import DeedPage
from reviews.permissions import May

# The running texts of the form: what a writer must not lose.
WRITTEN = ("background", "analysis", "good_practice", "recommendations", "searched", "missing")


class ReturnPage(OwnAddress):
    """A page of one return."""

    row: AgencyReturn
    read = READ_RETURN
    reads_by = (May.RETURN_TIMELINE, May.VIEW_ALL_RETURNS, May.VIEW)
    row_name = "agency_return"
    template_name = "panels/timelines/return.html"

    @property
    def agency_return(self) -> AgencyReturn:
        return self.row

    def rows(self, user: Any) -> Any:
        return visible_to(user).prefetch_related("extensions__agreed_by")

    def is_mine(self, user: Any) -> bool:
        """Whether this reader may give this return."""
        return returnable_by(user, self.review).filter(pk=self.agency_return.pk).exists()

    def page(self, request: HttpRequest, **kwargs: Any) -> dict[str, Any]:
        row = self.agency_return
        mine = self.is_mine(request.user)

        def may(kind: Deed) -> bool:
            return ask(self.review, kind, request.user).is_yes

        return {
            "may_give": row.may_still_come and mine and may(kind_of(row)),
            "may_sign_off": may_sign_off(row, self.review, request.user),
            "may_ask": row.has_come and may(QUERY_ASKED),
            "may_answer": mine and may(QUERY_ANSWERED),
            "may_unlock": row.has_come and not row.unlocked_on and may(RETURN_UNLOCKED),
            "queries": row.queries.select_related("asked_by", "answered_by"),
            "earlier": row.earlier.select_related("author", "signed_off_by"),
        }


def kind_of(row: AgencyReturn) -> Deed:
    """Whether giving it is a first answer or the correction of one."""
    return TIMELINE_CORRECTED if row.has_come else TIMELINE_RETURNED


class ReturnDeed(ReturnPage, DeedPage):
    """A deed about one return, outside the frame of the case; it leads back to the return."""

    template_name = "panels/timelines/give.html"

    def page(self, request: HttpRequest, **kwargs: Any) -> dict[str, Any]:
        return {}


class Give(ReturnDeed):
    """Return the timeline, or say that there is nothing to return; or correct what was said."""

    kind = TIMELINE_RETURNED
    form_class = GiveReturnForm
    done = _("The timeline is returned. Thank you.")

    def question(self, request: HttpRequest) -> Answer:
        self.kind = kind_of(self.agency_return)
        answer = super().question(request)
        if not self.is_mine(request.user):
            raise Refused(services.OWN_AGENCY_ONLY)
        if not self.agency_return.may_still_come:
            return replace(answer, obstacles=(*answer.obstacles, services.CAME_ALREADY))
        return answer

    def form_words(self, answer: Answer) -> dict[str, Any]:
        return super().form_words(answer) | {
            "agency_return": self.agency_return,
            "on_behalf": not services.owns(self.request.user, self.agency_return),
        }

    def act(self, form: Any, **words: Any) -> None:
        services.give_return(self.agency_return, **form.facts(), **words)

    def is_overtaken(self, form: DeedForm) -> bool:
        opened_at = form.cleaned_data.get("opened_at")
        return bool(opened_at) and opened_at != self.agency_return.answer_code

    def overtaken(self, request: HttpRequest, form: DeedForm) -> HttpResponse:
        """Somebody else answered for the agency meanwhile: what they said, and what was typed."""
        row = type(self.agency_return).objects.get(pk=self.agency_return.pk)
        raise Conflict(
            _("Somebody recorded another answer for this timeline while you were writing yours."),
            theirs=[
                Typed(_("Now"), str(row.get_state_display())),
                *(Typed(_("Brief analysis"), text) for text in [row.analysis] if text),
                *(Typed(_("Reason"), text) for text in [row.reason] if text),
            ],
            mine=[
                Typed(field.label, str(field.value()))
                for field in form.visible_fields()
                if field.name in WRITTEN and field.value()
            ],
            url=row.get_absolute_url(),
        )
