"""The page on which a review's costs are recorded."""

from collections.abc import Mapping
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from panels.costs import services
from panels.costs.forms import CostsForm
from panels.deeds import COSTS_RECORDED
from reviews.models import Recommendation
from reviews.versions import TextPage

# The boxes of the recommendation from which the costs start.
RECOMMENDED = {
    "fee": "reviewer_cost",
    "met_by": "reviewer_cost_met_by",
    "additional": "additional_cost",
    "additional_for": "additional_cost_for",
}


class RecordCosts(TextPage):
    """Record what the review costs; before the first time, what the sub-group expected."""

    kind = COSTS_RECORDED
    form_class = CostsForm
    room = "panel"
    done = _("The costs are recorded.")

    def back(self) -> str:
        return reverse("panels:panel", args=[self.review.slug])

    def standing(self) -> tuple[int, Mapping[str, Any]]:
        row = services.costs_of(self.review)
        if row:
            return row.version, {
                name: "" if getattr(row, name) is None else getattr(row, name)
                for name in CostsForm.texts
            }
        recommended = Recommendation.objects.filter(review=self.review).first()
        return 0, {name: getattr(recommended, box, None) or "" for name, box in RECOMMENDED.items()}

    def act(self, form: Any, **words: Any) -> None:
        services.record_costs(self.review, **form.facts(), **words)
