"""The page that shows what the criteria suggest, and the form that answers them."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from common import clock
from guidance import criteria
from guidance.editions import edition
from reviews.case.offers import offers_of
from reviews.children.deeds import RECORD_SPELL
from reviews.criteria import services
from reviews.criteria.deeds import ANSWER_CRITERIA
from reviews.criteria.drawing import draw
from reviews.criteria.forms import CriteriaForm
from reviews.criteria.suggestion import facts_of, what_happened
from reviews.models import CriteriaCheck, Spell
from reviews.pages import CasePage
from reviews.versions import TextPage

WRITTEN = (
    *("abuse", "abuse_kinds", "happened", "event_on", "identified_on", "permanence"),
    *("look_again_on", "is_historic", "historic_why"),
)


class Criteria(CasePage):
    """The window and the spells, what they suggest and by which paragraph. It decides nothing."""

    room = "decision"
    template_name = "reviews/criteria/criteria.html"

    def page(self, request: HttpRequest, **kwargs: Any) -> dict[str, Any]:
        facts, rules = facts_of(self.review), edition(self.review.timetable.edition)
        found = criteria.find(facts, rules)
        children = [child.pseudonym for child in self.review.subjects.all()]
        check = CriteriaCheck.objects.filter(review=self.review).first()
        spells = Spell.objects.filter(subject__review=self.review, withdrawn_at=None)
        return {
            "found": found,
            "edition": rules,
            "check": check,
            "happened": what_happened(self.review, check)[0],
            "drawing": draw(facts, found, children),
            "spells": [
                (row, window, criteria_spell(row).within(window) if window else None)
                for row in spells.select_related("subject")
                for window in [found.window_of(row.subject.pseudonym)]
            ],
            "care_leavers": facts.care_leavers,
            "own_days": [(child, on, found.window_of(child)) for child, on in facts.own_days],
            "is_superseded": rules.is_superseded(clock.today()),
            "choices": self.review.criteria_answers.all(),
            "offers": offers_of(self.review, request.user, (ANSWER_CRITERIA, RECORD_SPELL)),
        }


def criteria_spell(row: Spell) -> criteria.Spell:
    return criteria.Spell(
        row.subject.pseudonym, criteria.On(row.kind), row.from_on, row.until_on, row.is_estimated
    )


class AnswerCriteria(TextPage):
    """Answer the criteria, limb by limb."""

    kind = ANSWER_CRITERIA
    form_class = CriteriaForm
    room = "decision"
    intro = _("Answer what is known; what is not stays open. The answers may change later.")
    done = _("The criteria are answered.")

    def back(self) -> str:
        return reverse("reviews:criteria", args=[self.review.slug])

    def standing(self) -> tuple[int, Mapping[str, Any]]:
        row = CriteriaCheck.objects.filter(review=self.review).first()
        if row is None:
            happened, event_on, identified_on = what_happened(self.review, None)
            told = {"happened": happened, "event_on": event_on, "identified_on": identified_on}
            return 0, told
        return row.version, {name: getattr(row, name) for name in WRITTEN}

    def act(self, form: Any, **words: Any) -> None:
        services.answer_criteria(self.review, **form.facts(), **words)
