"""The deeds on the review's time. None of them moves a date of the guidance."""

from django.utils.translation import gettext_lazy as _

from common.deeds import declare
from guidance.planning import ERRANDS
from reviews.journey import COMMISSIONED, UNDECIDED, Stage
from reviews.permissions import May


class Errands:
    """The steps of a plan that are no milestones, told in the reader's language."""

    choices = [(step.code, _(step.label)) for step in ERRANDS]


# From the day on which the six months begin.
COUNTING = (Stage.RECOMMENDATION, *UNDECIDED, *COMMISSIONED)

PLAN_DATES = declare(
    "reviews.dates_planned",
    may=May.PLAN_DATES,
    label=_("Plan the dates"),
    sentence=_("The dates were planned. Version: {number}. Planned end: {ends_on}."),
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
WITHDRAW = declare(
    "reviews.extension_withdrawn",
    may=May.PLAN_DATES,
    label=_("Withdraw the last extension"),
    sentence=_("An extension of the plan was withdrawn. From: {from_on}. To: {until_on}."),
    url="reviews:withdraw_extension",
    during=COUNTING,
)
STEP_DONE = declare(
    "reviews.step_done",
    may=May.PLAN_DATES,
    label=_("Record a step as done"),
    sentence=_("A step of the plan was recorded as done: {step}. On: {done_on}."),
    url="reviews:record_step",
    during=COUNTING,
    codes={"step": Errands},
)
STEP_NOT_DONE = declare(
    "reviews.step_taken_back",
    may=May.PLAN_DATES,
    label=_("Take back a step recorded as done"),
    sentence=_("A step of the plan is not done after all: {step}."),
    url="reviews:take_back_step",
    during=COUNTING,
    codes={"step": Errands},
)
LOOK = declare(
    "reviews.causes_looked_at",
    may=May.PLAN_DATES,
    label=_("Look at the causes of delay"),
    sentence=_("The causes of delay were looked at. They stand: {number}."),
    url="reviews:look_at_causes",
    during=COUNTING,
)
