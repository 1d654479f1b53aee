"""Pages of the recommendation stage."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from reviews.deeds import RECOMMEND
from reviews.pages import DeedPage
from reviews.recommendation import services
from reviews.recommendation.forms import RecommendForm


class Recommend(DeedPage):
    """The sub-group's recommendation to the Board Chair."""

    kind = RECOMMEND
    form_class = RecommendForm
    room = "decision"
    heading = _("Recommendation to the Board Chair")
    done = _("The recommendation is with the Board Chair.")

    def act(self, form: Any, **words: Any) -> None:
        services.recommend(self.review, **form.facts(), **words)
