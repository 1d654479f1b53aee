"""The deed of the criteria: answering them. What follows from the answers nobody is bound to."""

from django.utils.translation import gettext_lazy as _

from common.deeds import declare
from reviews import journey
from reviews.permissions import May

ANSWER_CRITERIA = declare(
    "reviews.criteria_answered",
    may=May.CHECK_CRITERIA,
    label=_("Answer the criteria"),
    sentence=_("The criteria were answered."),
    url="reviews:answer_criteria",
    during=journey.RUNNING,
)
