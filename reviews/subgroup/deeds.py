"""The deeds of the sub-group before and after it recommends; RECOMMEND itself moves the review."""

from django.utils.translation import gettext_lazy as _

from common.deeds import declare
from reviews import journey
from reviews.journey import Stage
from reviews.models import ScopingState
from reviews.permissions import May

DRAFT = declare(
    "reviews.recommendation_drafted",
    may=May.PREPARE,
    label=_("Write the recommendation"),
    sentence=_("The draft of the recommendation was saved. Version: {version}"),
    url="reviews:recommend",
    during=[Stage.RECOMMENDATION],
)
COMPLETE = declare(
    "reviews.recommendation_completed",
    may=May.RECOMMEND,
    label=_("Complete the recommendation"),
    sentence=_("The recommendation of an urgent case was completed."),
    url="reviews:complete_recommendation",
    during=(*journey.UNDECIDED, *journey.COMMISSIONED),
    record_with=May.RECORD_FOR_OTHERS,
)
DEFER = declare(
    "reviews.deferred",
    may=May.RECOMMEND,
    label=_("Defer the case"),
    sentence=_("The sub-group deferred the case until {until}."),
    url="reviews:defer",
    during=[Stage.RECOMMENDATION],
    record_with=May.RECORD_FOR_OTHERS,
)
ASK_SCOPING = declare(
    "reviews.scoping_asked",
    may=May.PREPARE,
    label=_("Ask agencies what they know"),
    sentence=_("Agencies were asked what they know ({count})."),
    url="reviews:ask_scoping",
    during=[Stage.RECOMMENDATION],
)
ANSWER_SCOPING = declare(
    "reviews.scoping_answered",
    may=May.ANSWER_SCOPING,
    label=_("Answer for the agency"),
    sentence=_("What an agency answered the sub-group was recorded: {state}"),
    during=journey.RUNNING,
    codes={"state": ScopingState},
)
