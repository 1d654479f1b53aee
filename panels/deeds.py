"""The panel's deeds: each with its right, its button, its sentence in the history."""

from django.utils.translation import gettext_lazy as _

from common.deeds import declare
from panels.models import Outcome, ReturnState
from reviews import journey
from reviews.journey import Stage
from reviews.permissions import May

TERMS_AGREED = declare(
    "panels.terms_agreed",
    may=May.RUN_PANEL,
    label=_("Agree the terms of reference"),
    sentence=_("The terms of reference were agreed. Version: {version}"),
    url="panels:agree_terms",
    during=journey.COMMISSIONED,
    record_with=May.RECORD_FOR_OTHERS,
    outlives=True,
)
AGENCIES_ASKED = declare(
    "panels.agencies_asked",
    may=May.RUN_PANEL,
    label=_("Ask the agencies"),
    sentence=_("Agencies were asked for their timelines ({count})."),
    url="panels:ask_agencies",
    during=[Stage.PANEL],
    move="ask_agencies",
    record_with=May.RECORD_FOR_OTHERS,
)
AGENCY_ADDED = declare(
    "panels.agency_added",
    may=May.RUN_PANEL,
    label=_("Ask another agency"),
    sentence=_("Another agency was asked for its timeline."),
    url="panels:ask_another",
    during=[Stage.TIMELINES, Stage.LEARNING, Stage.REPORT],
    record_with=May.RECORD_FOR_OTHERS,
)
TIMELINE_RETURNED = declare(
    "panels.timeline_returned",
    may=May.RETURN_TIMELINE,
    label=_("Return the timeline"),
    sentence=_("An agency returned its timeline: {state}"),
    during=journey.COMMISSIONED,
    codes={"state": ReturnState},
)
TIMELINE_CORRECTED = declare(
    "panels.timeline_corrected",
    may=May.RETURN_TIMELINE,
    label=_("Return the corrected timeline"),
    sentence=_("An agency's timeline was corrected: {state}. Version: {version}"),
    during=journey.COMMISSIONED,
    codes={"state": ReturnState},
)
RETURN_WAIVED = declare(
    "panels.return_waived",
    may=May.WAIVE_RETURN,
    label=_("Continue without a timeline"),
    sentence=_("The panel chair decided what to do about a missing timeline: {state}"),
    url="panels:waive_return",
    during=journey.WORKING,
    record_with=May.RECORD_FOR_OTHERS,
    codes={"state": ReturnState},
)
TIMELINES_RELEASED = declare(
    "panels.timelines_released",
    may=May.RUN_PANEL,
    label=_("Release the timelines"),
    sentence=_("The timelines were released to the panel."),
    url="panels:release",
    during=journey.WORKING,
    move="release_timelines",
    record_with=May.RECORD_FOR_OTHERS,
)
RETURN_EXTENDED = declare(
    "panels.return_extended",
    may=May.RUN_PANEL,
    label=_("Give an agency more time"),
    sentence=_("An agency was given more time for its timeline. Until: {until}"),
    url="panels:extend_return",
    during=journey.WORKING,
    record_with=May.RECORD_FOR_OTHERS,
)
# About one return: their pages stand at its address, so the rooms of the case offer no button.
RETURN_SIGNED_OFF = declare(
    "panels.return_signed_off",
    may=May.SIGN_OFF_RETURN,
    label=_("Sign off the timeline"),
    sentence=_("An agency's timeline was signed off by its panel member."),
    during=journey.COMMISSIONED,
    record_with=May.RECORD_FOR_OTHERS,
)
QUERY_ASKED = declare(
    "panels.query_asked",
    may=May.QUERY_RETURN,
    label=_("Ask the agency a question"),
    sentence=_("An agency was asked a question about its timeline."),
    during=journey.COMMISSIONED,
)
QUERY_ANSWERED = declare(
    "panels.query_answered",
    may=May.RETURN_TIMELINE,
    label=_("Answer the question"),
    sentence=_("An agency answered a question about its timeline."),
    during=journey.COMMISSIONED,
)
RETURN_UNLOCKED = declare(
    "panels.return_unlocked",
    may=May.QUERY_RETURN,
    label=_("Reopen for a correction"),
    sentence=_("An agency's timeline was reopened for a correction."),
    during=journey.COMMISSIONED,
)
COSTS_RECORDED = declare(
    "panels.costs_recorded",
    may=May.KEEP_COSTS,
    label=_("Record the costs"),
    sentence=_("The costs of the review were recorded."),
    url="panels:costs",
    during=(*journey.COMMISSIONED, Stage.CLOSED),
)
# Of a board, at its own door (reviews.board_door).
REVIEWER_ENTERED = declare(
    "panels.reviewer_entered",
    may=May.KEEP_REVIEWERS,
    label=_("Add a reviewer to the register"),
    sentence=_("Somebody was added to the register of reviewers."),
)
REVIEWER_CHANGED = declare(
    "panels.reviewer_changed",
    may=May.KEEP_REVIEWERS,
    label=_("Change the entry"),
    sentence=_("An entry in the register of reviewers was changed."),
)
TRAINING_RECORDED = declare(
    "panels.training_recorded",
    may=May.KEEP_REVIEWERS,
    label=_("Record training"),
    sentence=_("A reviewer's training was recorded."),
)
REVIEWER_LEFT = declare(
    "panels.reviewer_left",
    may=May.KEEP_REVIEWERS,
    label=_("Remove from the register"),
    sentence=_("Somebody was removed from the register of reviewers."),
)
NOT_APPROACHED = "not_approached"
FAMILY_RECORDED = declare(
    "panels.family_recorded",
    may=May.WORK_WITH_FAMILY,
    label=_("Record the family's part"),
    sentence=_("The family's part was recorded: {outcome}"),
    url="panels:record_family",
    during=journey.COMMISSIONED,
    codes={"outcome": [*Outcome.choices, (NOT_APPROACHED, _("Not approached"))]},
    outlives=True,
)
