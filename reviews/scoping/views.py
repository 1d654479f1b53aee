"""Asking agencies, and an agency's answer at its own address, outside the case."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from common.deeds import Answer, Refused, person_of
from common.errors import Conflict
from common.typed import Typed
from reviews.forms import DeedForm
from reviews.models import ScopingReturn
from reviews.own_address import OwnAddress
from reviews.pages import DeedPage
from reviews.permissions import May
from reviews.recommendation.drafts import checked, draft_of
from reviews.scoping import services
from reviews.scoping.door import door
from reviews.scoping.forms import AnswerScopingForm, AskScopingForm
from reviews.scoping.querysets import visible_to
from reviews.subgroup.deeds import ANSWER_SCOPING, ASK_SCOPING
from reviews.verbs import READ_SCOPING


class AskScoping(DeedPage):
    """Ask agencies what they know. The child is never named in the request."""

    kind = ASK_SCOPING
    form_class = AskScopingForm
    room = "subgroup"
    intro = _(
        "We e-mail each person the reference and a link to their own page. The e-mail does"
        " not name anybody. Tell them by telephone, or in another safe way, who it is about."
    )
    done = _("The agencies are asked.")

    def back(self) -> str:
        return reverse("reviews:subgroup", args=[self.review.slug])

    def form_words(self, answer: Answer) -> dict[str, Any]:
        """The period of the draft, where one is written."""
        draft = draft_of(self.review)
        known = {}
        if draft and self.request.method == "GET":
            facts = checked(self.review, draft.answers).cleaned_data
            known = {name: facts.get(name) for name in ("period_from_on", "period_until_on")}
        return super().form_words(answer) | {"initial": known}

    def act(self, form: Any, **words: Any) -> None:
        services.ask_agencies(self.review, **form.facts(), **words)


class ScopingPage(OwnAddress, DeedPage):
    """What one agency is asked and what it answered."""

    row: ScopingReturn
    read = READ_SCOPING
    reads_by = (May.PREPARE,)
    kind = ANSWER_SCOPING
    form_class: type[AnswerScopingForm] = AnswerScopingForm
    template_name = "reviews/scoping/return.html"
    done = _("The answer is recorded. Thank you.")

    def rows(self, user: Any) -> Any:
        return visible_to(user)

    def is_own(self) -> bool:
        return self.row.asked_of_id is not None and self.row.asked_of_id == person_of(
            self.request.user
        )

    def question(self, request: HttpRequest) -> Answer:
        """Who only reads is told so by a page without a form."""
        return door.ask(self.row, ANSWER_SCOPING, request.user)

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        refusal = self.question(request).refusal
        if refusal is not None:
            raise Refused(refusal)
        return super().post(request, **kwargs)

    def form_words(self, answer: Answer) -> dict[str, Any]:
        return super().form_words(answer) | {"row": self.row, "is_own": self.is_own()}

    def act(self, form: Any, **words: Any) -> None:
        services.answer(self.row, **form.facts(), **words)

    def is_overtaken(self, form: DeedForm) -> bool:
        opened_at = form.cleaned_data.get("opened_at")
        return bool(opened_at) and opened_at != self.row.state

    def overtaken(self, request: HttpRequest, form: DeedForm) -> HttpResponse:
        """Somebody else answered for the agency meanwhile: what they said, and what was typed."""
        row = visible_to(request.user).get(pk=self.row.pk)
        raise Conflict(
            _("Somebody recorded another answer for this agency while you were writing yours."),
            theirs=[
                Typed(_("Now"), str(row.get_state_display())),
                *(Typed(_("Contact"), text) for text in [row.contact] if text),
            ],
            mine=[
                Typed(field.label, str(field.value()))
                for field in form.visible_fields()
                if field.name in ("contact", "register", "proceedings", "actions", "who_can_say")
                and field.value()
            ],
            url=row.get_absolute_url(),
        )
