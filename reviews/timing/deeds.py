"""The deeds on the review's time. None of them moves a date of the guidance."""

from django.utils.translation import gettext_lazy as _

from common.deeds import declare
from reviews.journey import COMMISSIONED, UNDECIDED, Stage
from reviews.permissions import May

# From the day on which the six months begin.
COUNTING = (Stage.RECOMMENDATION, *UNDECIDED, *COMMISSIONED)

PLAN_DATES = declare(
    "reviews.dates_planned",
    may=May.PLAN_DATES,
    label=_("Plan the dates"),
    sentence=_("The dates were planned. Version: {number}. Board to accept the report: {ends_on}."),
    url="reviews:plan_dates",
    during=COUNTING,
)
EXTEND = declare(
    "reviews.plan_extended",
    may=May.PLAN_DATES,
    label=_("Extend the plan"),
    sentence=_(
        "The plan was extended. From: {from_on}. To: {until_on}. Next look: {next_look_on}."
    ),
    url="reviews:extend_plan",
    during=COUNTING,
)
LOOK = declare(
    "reviews.causes_looked_at",
    may=May.PLAN_DATES,
    label=_("Look at the causes of delay"),
    sentence=_("The causes of delay were looked at. They stand: {number}."),
    url="reviews:look_at_causes",
    during=COUNTING,
)
