"""The deeds of learning events."""

from django.utils.translation import gettext_lazy as _

from common.deeds import declare
from learning_events.models import EventKind
from reviews import journey
from reviews.journey import Stage
from reviews.permissions import May

PLANNED = declare(
    "learning_events.planned",
    may=May.RUN_EVENT,
    label=_("Plan a learning event"),
    sentence=_("A learning event was planned: {kind}. Day: {planned_on}."),
    url="learning_events:plan",
    during=journey.COMMISSIONED,
    codes={"kind": EventKind},
)
REPLANNED = declare(
    "learning_events.replanned",
    may=May.RUN_EVENT,
    label=_("Change what is planned"),
    sentence=_("What is planned for a learning event was changed: {kind}. Day: {planned_on}."),
    url="learning_events:replan",
    during=journey.COMMISSIONED,
    codes={"kind": EventKind},
)
CANCELLED = declare(
    "learning_events.cancelled",
    may=May.RUN_EVENT,
    label=_("Cancel the event"),
    sentence=_("A learning event was cancelled: {kind}."),
    url="learning_events:cancel",
    during=journey.COMMISSIONED,
    codes={"kind": EventKind},
)
INVITED = declare(
    "learning_events.invited",
    may=May.RUN_EVENT,
    label=_("Add participants"),
    sentence=_("Participants were added to a learning event ({count})."),
    url="learning_events:invite",
    during=journey.COMMISSIONED,
)
ATTENDANCE_RECORDED = declare(
    "learning_events.attendance_recorded",
    may=May.RUN_EVENT,
    label=_("Record who attended"),
    sentence=_(
        "Attendance at a learning event was recorded. Number of people who attended: {attended}"
    ),
    url="learning_events:attendance",
    during=journey.COMMISSIONED,
)
HELD = declare(
    "learning_events.held",
    may=May.RUN_EVENT,
    label=_("Record the learning event"),
    sentence=_("The learning event was held. Number of people who attended: {attended}"),
    url="learning_events:hold",
    during=[Stage.PANEL, Stage.TIMELINES, Stage.LEARNING],
    move="hold_event",
)
ANOTHER_RECORDED = declare(
    "learning_events.another_recorded",
    may=May.RUN_EVENT,
    label=_("Record another learning event"),
    sentence=_("Another learning event was recorded. Number of people who attended: {attended}"),
    url="learning_events:another",
    during=journey.COMMISSIONED,
    outlives=True,
)
BEFORE_THE_REPORT = HELD.during
