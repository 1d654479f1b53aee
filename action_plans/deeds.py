"""The deeds of the action plan. The first group is done to the review, the second to one action."""

from django.utils.translation import gettext_lazy as _

from action_plans.models import By, Status
from action_plans.reading import finaliser
from common.deeds import declare
from reviews import journey
from reviews.journey import Stage
from reviews.permissions import May

# Draft rules let the panel bring the final plan to the Board together with the report.
WITH_THE_BOARD = (Stage.ACCEPTANCE, Stage.FOLLOW_THROUGH)

WRITE_OUTLINE = declare(
    "action_plans.outline_written",
    may=May.WRITE_PLAN,
    label=_("Write the outline of the plan"),
    sentence=_("The outline of the action plan was written."),
    url="action_plans:outline",
    during=journey.COMMISSIONED,
)
ADD_ACTION = declare(
    "action_plans.action_added",
    may=May.WRITE_PLAN,
    label=_("Add an action"),
    sentence=_("Action {number} was added to the plan."),
    url="action_plans:add",
    during=journey.COMMISSIONED,
)
FINALISE = declare(
    "action_plans.finalised",
    may=May.FINALISE_PLAN,
    label=_("Finalise the plan"),
    sentence=_("The action plan was finalised. This ends the four weeks."),
    url="action_plans:finalise",
    during=WITH_THE_BOARD,
    record_with=May.RECORD_FOR_OTHERS,
)
APPROVE = declare(
    "action_plans.approved",
    may=May.APPROVE_PLAN,
    label=_("Approve the plan"),
    sentence=_("The Board approved the action plan."),
    url="action_plans:approve",
    during=WITH_THE_BOARD,
    record_with=May.RECORD_FOR_OTHERS,
    judges=finaliser,
)
SEND = declare(
    "action_plans.sent_to_government",
    may=May.TELL_GOVERNMENT,
    label=_("Record that the plan was sent"),
    sentence=_("The action plan was sent to Welsh Government."),
    url="action_plans:send",
    during=WITH_THE_BOARD,
)
CLOSE_PLAN = declare(
    "action_plans.closed",
    may=May.APPROVE_PLAN,
    label=_("Close the plan"),
    sentence=_("The Board closed the action plan."),
    url="action_plans:close",
    during=[Stage.FOLLOW_THROUGH],
    record_with=May.RECORD_FOR_OTHERS,
    outlives=True,
)
# What was learned is passed on, and makes a difference, long after the review was closed.
DISSEMINATE = declare(
    "action_plans.disseminated",
    may=May.RECORD_PROGRESS,
    label=_("Record how the learning was shared"),
    sentence=_("The learning was shared: {how}"),
    url="action_plans:disseminate",
    during=(*WITH_THE_BOARD, Stage.CLOSED),
    codes={"how": By},
)
REPORT_DIFFERENCE = declare(
    "action_plans.difference_reported",
    may=May.TELL_GOVERNMENT,
    label=_("Record the difference report"),
    sentence=_("The difference that the review made was reported to Welsh Government."),
    url="action_plans:difference",
    during=(Stage.FOLLOW_THROUGH, Stage.CLOSED),
)

CHANGE_ACTION = declare(
    "action_plans.action_changed",
    may=May.WRITE_PLAN,
    label=_("Change the action"),
    sentence=_("Action {number} of the plan was changed."),
    url="action_plans:change",
    during=journey.COMMISSIONED,
)
RECORD_PROGRESS = declare(
    "action_plans.progress_recorded",
    may=May.RECORD_PROGRESS,
    label=_("Record progress"),
    sentence=_("Progress on action {number} was recorded."),
    url="action_plans:progress",
    during=journey.COMMISSIONED,
)
COMPLETE = declare(
    "action_plans.completed",
    may=May.RECORD_PROGRESS,
    label=_("Record that the action is completed"),
    sentence=_("Action {number} was completed."),
    url="action_plans:complete",
    during=journey.COMMISSIONED,
)
VERIFY = declare(
    "action_plans.verified",
    may=May.VERIFY_ACTION,
    label=_("Verify the action"),
    sentence=_("Action {number} was verified."),
    url="action_plans:verify",
    during=journey.COMMISSIONED,
    record_with=May.RECORD_FOR_OTHERS,
)
CARRY_OVER = declare(
    "action_plans.carried_over",
    may=May.VERIFY_ACTION,
    label=_("Carry over or do not accept the action"),
    sentence=_("Action {number} was ended without being completed: {outcome}."),
    url="action_plans:carry_over",
    during=journey.COMMISSIONED,
    record_with=May.RECORD_FOR_OTHERS,
    codes={"outcome": Status},
)
RAISE = declare(
    "action_plans.raised_with_government",
    may=May.TELL_GOVERNMENT,
    label=_("Record that it was raised with Welsh Government"),
    sentence=_("National action {number} was raised with Welsh Government."),
    url="action_plans:raise",
    during=(*journey.COMMISSIONED, Stage.CLOSED),
)
OF_AN_ACTION = (RECORD_PROGRESS, COMPLETE, VERIFY, RAISE, CARRY_OVER, CHANGE_ACTION)
