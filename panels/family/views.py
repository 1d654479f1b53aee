"""The family's part in a case."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from common.answers import NO, YES
from common.deeds import Answer
from panels.deeds import FAMILY_RECORDED
from panels.family import services
from panels.family.asking import not_recorded
from panels.family.forms import FamilyForm
from panels.models import FamilyContact
from reviews.case.offers import offers
from reviews.door import ask
from reviews.models import Voice
from reviews.pages import CasePage, DeedPage
from reviews.versions import TextPage, VersionedForm

WRITTEN = (
    *("relation", "relative", "approached_on", "approached_by", "channel", "outcome", "method"),
    *("took_part_on", "why_not_kind", "why_not", "message", "wants_feedback", "feedback_how"),
    "feedback_on",
)


class Room(CasePage):
    """Who was asked and what came of it; whether each child was spoken to."""

    room = "family"
    template_name = "panels/family/room.html"

    def page(self, request: HttpRequest, **kwargs: Any) -> dict[str, Any]:
        return {
            "contacts": FamilyContact.objects.filter(review=self.review).select_related("relative"),
            "unasked": not_recorded(self.review),
            "children": self.review.subjects.all(),
            "unanswered": self.review.subjects.filter(voice=Voice.NOT_YET).exists(),
            "may_record": ask(self.review, FAMILY_RECORDED, request.user).is_yes,
            "offers": offers(self.review, request.user, "family"),
        }


class Record(DeedPage):
    """Record one more member of the family."""

    kind = FAMILY_RECORDED
    form_class: type[VersionedForm] = FamilyForm
    room = "family"
    done = _("The family's part is recorded.")
    contact: FamilyContact | None = None

    def back(self) -> str:
        return reverse("panels:family", args=[self.review.slug])

    def form_words(self, answer: Answer) -> dict[str, Any]:
        relative = self.request.GET.get("person", "")
        return {"version": 0, "contact": self.contact, "relative": relative} | super().form_words(
            answer
        )

    def act(self, form: Any, **words: Any) -> None:
        services.record_family(self.review, contact=self.contact, **form.facts(), **words)


class Change(TextPage, Record):
    """Change what is recorded of a member of the family."""

    form_class = FamilyForm

    def question(self, request: HttpRequest) -> Answer:
        self.contact = get_object_or_404(
            FamilyContact, review=self.review, uuid=self.kwargs["uuid"]
        )
        return super().question(request)

    def standing(self) -> tuple[int, Mapping[str, Any]]:
        row = FamilyContact.objects.get(review=self.review, uuid=self.kwargs["uuid"])
        written = {name: getattr(row, name) for name in WRITTEN}
        return row.version, written | {"approached": YES if row.approached else NO}
