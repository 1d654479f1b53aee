"""Pages about times on the register and looked after."""

from typing import Any

from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from common.deeds import Answer
from reviews.children.deeds import CORRECT_SPELL, RECORD_SPELL, WITHDRAW_SPELL
from reviews.forms import DeedForm
from reviews.models import Spell
from reviews.pages import DeedPage
from reviews.spells import services
from reviews.spells.forms import CorrectSpellForm, SpellForm, WithdrawForm


class ChildrenDeed(DeedPage):
    """A deed that leads back to the children of the case."""

    room = "children"

    def back(self) -> str:
        return reverse("reviews:children", args=[self.review.slug])


class AddSpell(ChildrenDeed):
    """Record a time on the register or looked after."""

    kind = RECORD_SPELL
    form_class = SpellForm
    done = _("The time is recorded.")

    def act(self, form: Any, **words: Any) -> None:
        services.record_spell(self.review, **form.facts(), **words)


class OfSpell(ChildrenDeed):
    """A deed to one time that stands."""

    spell: Spell

    def question(self, request: HttpRequest) -> Answer:
        self.spell = get_object_or_404(
            Spell.objects.select_related("subject"),
            subject__review=self.review,
            uuid=self.kwargs["uuid"],
        )
        if self.spell.withdrawn_at and request.method == "GET":
            raise Http404
        self.heading = f"{self.kind.label}: {self.spell.subject.pseudonym}"
        return super().question(request)

    def is_overtaken(self, form: DeedForm) -> bool:
        gone = self.spell.withdrawn_at is not None
        return gone or super().is_overtaken(form)


class CorrectSpell(OfSpell):
    """Correct the days, the category or the basis."""

    kind = CORRECT_SPELL
    form_class: Any = CorrectSpellForm
    done = _("The time is corrected.")

    def form_words(self, answer: Answer) -> dict[str, Any]:
        written = ("from_on", "until_on", "is_estimated", "categories", "basis")
        return super().form_words(answer) | {
            "spell": self.spell,
            "initial": {name: getattr(self.spell, name) for name in written},
        }

    def act(self, form: Any, **words: Any) -> None:
        services.correct_spell(self.review, spell=self.spell, **form.facts(), **words)


class WithdrawSpell(OfSpell):
    """Take out a time that was recorded by mistake."""

    kind = WITHDRAW_SPELL
    form_class: Any = WithdrawForm
    done = _("The time is withdrawn.")

    def form_words(self, answer: Answer) -> dict[str, Any]:
        return super().form_words(answer) | {"version": self.spell.version}

    def act(self, form: Any, **words: Any) -> None:
        services.withdraw_spell(self.review, spell=self.spell, **form.facts(), **words)
