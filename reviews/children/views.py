"""Pages about the children of a review."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext_lazy as _

from common.deeds import Answer
from reviews.case.offers import offers
from reviews.children import services
from reviews.children.deeds import RECORD_FACTS
from reviews.children.forms import AddChildForm, FactsForm, VoiceForm
from reviews.children.households import households
from reviews.children.telling import facts_told
from reviews.deeds import ADD_CHILD, RECORD_VOICE
from reviews.door import ask
from reviews.models import Relative, Spell, Subject
from reviews.pages import CasePage
from reviews.permissions import May
from reviews.spells.views import ChildrenDeed
from reviews.versions import TextPage


class Room(CasePage):
    """The children and their family by pseudonym: facts, spells, who lived where, voice."""

    room = "children"
    template_name = "reviews/children/room.html"

    def page(self, request: HttpRequest, **kwargs: Any) -> dict[str, Any]:
        children = list(self.review.subjects.all())
        spells: dict[int, list[Spell]] = {}
        withdrawn: list[Spell] = []
        for spell in Spell.objects.filter(subject__review=self.review).select_related("subject"):
            if spell.withdrawn_at:
                withdrawn.append(spell)
            else:
                spells.setdefault(spell.subject_id, []).append(spell)
        relatives = list(
            Relative.objects.filter(review=self.review, withdrawn_at=None).prefetch_related(
                "children"
            )
        )
        return {
            "children": [
                (child, facts_told(child), spells.get(child.pk, [])) for child in children
            ],
            "withdrawn": withdrawn,
            "relatives": relatives,
            "households": households(children, relatives),
            "may_see_names": request.user.has_perm(May.VIEW_NAMES, self.review),
            "may_keep": ask(self.review, RECORD_FACTS, request.user).is_yes,
            "offers": offers(self.review, request.user, "children"),
        }


class AddChild(ChildrenDeed):
    """Add an index child."""

    kind = ADD_CHILD
    form_class = AddChildForm
    done = _("The child is recorded.")

    def act(self, form: Any, **words: Any) -> None:
        services.add_child(self.review, **form.facts(), **words)


class RecordFacts(TextPage, ChildrenDeed):
    """Record the facts of one child at the event."""

    kind = RECORD_FACTS
    form_class = FactsForm
    intro = _("As at the event. Nothing is needed at once: what is not known can be added later.")
    done = _("The facts are recorded.")
    child: Subject

    def question(self, request: HttpRequest) -> Answer:
        self.child = get_object_or_404(Subject, review=self.review, uuid=self.kwargs["uuid"])
        self.heading = f"{self.kind.label}: {self.child.pseudonym}"
        return super().question(request)

    def standing(self) -> tuple[int, Mapping[str, Any]]:
        row = Subject.objects.get(review=self.review, uuid=self.kwargs["uuid"])
        return row.version, {name: getattr(row, name) for name in services.FACTS}

    def act(self, form: Any, **words: Any) -> None:
        facts = form.facts()
        services.record_facts(self.review, child=self.child, facts=facts, **words)


class RecordVoice(ChildrenDeed):
    """Record whether a child was spoken to, or why not. A child already answered for can be chosen
    by the link beside them."""

    kind = RECORD_VOICE
    form_class = VoiceForm
    done = _("The child's voice is recorded.")

    def form_words(self, answer: Answer) -> dict[str, Any]:
        words = super().form_words(answer)
        child = next_to_answer(list(self.review.subjects.all()), self.request.GET.get("child", ""))
        if child is None:
            return words
        written = ("voice_why_kind", "voice_why", "spoken_on", "spoken_by", "spoken_how")
        initial = {name: getattr(child, name) for name in (*written, "lived_experience")}
        return words | {"initial": initial | {"child": child.pk, "voice": child.voice}}

    def act(self, form: Any, **words: Any) -> None:
        services.record_voice(self.review, **form.facts(), **words)


def next_to_answer(children: list[Subject], uuid: str) -> Subject | None:
    """The child that the address names; the only one; or the first who is not answered for."""
    named = [child for child in children if str(child.uuid) == uuid]
    unanswered = [child for child in children if not child.is_answered]
    return next(iter([*named, *unanswered, *children]), None)
