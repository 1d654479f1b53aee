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
    sentence=_("The agencies were asked for their timelines. Agencies: {count}"),
    url="panels:ask_agencies",
    during=[Stage.PANEL],
    move="ask_agencies",
    record_with=May.RECORD_FOR_OTHERS,
)
AGENCY_ADDED = declare(
    "panels.agency_added",
    may=May.RUN_PANEL,
    label=_("Ask one more agency"),
    sentence=_("One more agency was asked for its timeline."),
    url="panels:ask_another",
    during=[Stage.TIMELINES, Stage.LEARNING, Stage.REPORT],
    record_with=May.RECORD_FOR_OTHERS,
)
TIMELINE_RETURNED = declare(
    "panels.timeline_returned",
    may=May.RETURN_TIMELINE,
    label=_("Return the timeline"),
    sentence=_("An agency's timeline came back: {state}"),
    during=journey.COMMISSIONED,
    codes={"state": ReturnState},
)
RETURN_WAIVED = declare(
    "panels.return_waived",
    may=May.WAIVE_RETURN,
    label=_("Go on without a timeline"),
    sentence=_("The panel chair decided on a timeline that did not come: {state}"),
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
