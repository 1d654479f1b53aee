"""The family's part in a case."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from common.deeds import Answer
from common.errors import Conflict
from common.typed import Typed
from panels.deeds import FAMILY_RECORDED
from panels.family import services
from panels.family.forms import FamilyForm
from panels.models import FamilyContact
from panels.offers import offers_now
from reviews.door import ask
from reviews.forms import DeedForm
from reviews.models import Voice
from reviews.pages import CasePage, DeedPage


class Room(CasePage):
    """Who was asked and what came of it; whether each child was spoken to."""

    room = "family"
    template_name = "panels/family/room.html"

    def page(self, request: HttpRequest, **kwargs: Any) -> dict[str, Any]:
        return {
            "contacts": FamilyContact.objects.filter(review=self.review),
            "children": self.review.subjects.all(),
            "unanswered": self.review.subjects.filter(voice=Voice.NOT_YET).exists(),
            "may_record": ask(self.review, FAMILY_RECORDED, request.user).is_yes,
            "offers": offers_now(self.review, request.user, "family"),
        }


class Record(DeedPage):
    """Record one more member of the family."""

    kind = FAMILY_RECORDED
    form_class = FamilyForm
    room = "family"
    done = _("The family's part is recorded.")
    contact: FamilyContact | None = None

    def back(self) -> str:
        return reverse("panels:family", args=[self.review.slug])

    def act(self, form: Any, **words: Any) -> None:
        services.record_family(self.review, contact=self.contact, **form.facts(), **words)


class Change(Record):
    """Change what is recorded of a member of the family."""

    def question(self, request: HttpRequest) -> Answer:
        self.contact = get_object_or_404(
            FamilyContact, review=self.review, uuid=self.kwargs["uuid"]
        )
        return super().question(request)

    def form_words(self, answer: Answer) -> dict[str, Any]:
        return super().form_words(answer) | {"contact": self.contact}

    def overtaken(self, request: HttpRequest, form: DeedForm) -> HttpResponse:
        """Where somebody else changed the same row, both texts stand side by side."""
        assert self.contact is not None
        row = FamilyContact.objects.get(pk=self.contact.pk)
        if row.version == form.cleaned_data.get("version"):
            return super().overtaken(request, form)
        raise Conflict(
            _("Somebody else changed this entry while you wrote."),
            theirs=[
                Typed(_("What came of it"), str(row.get_outcome_display() or row.why_not)),
                *(Typed(_("Their message for the learning event"), text) for text in [row.message]),
            ],
            mine=[
                Typed(str(field.label), str(field.value()))
                for field in form.visible_fields()
                if field.name in ("why_not", "message") and field.value()
            ],
        )
