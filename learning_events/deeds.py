"""The deeds of learning events."""

from django.utils.translation import gettext_lazy as _

from common.deeds import declare
from reviews.journey import Stage
from reviews.permissions import May

HELD = declare(
    "learning_events.held",
    may=May.RUN_EVENT,
    label=_("Record the learning event"),
    sentence=_("The learning event was held. Attended: {attended}"),
    url="learning_events:hold",
    during=[Stage.PANEL, Stage.TIMELINES, Stage.LEARNING],
    move="hold_event",
)
ANOTHER_RECORDED = declare(
    "learning_events.another_recorded",
    may=May.RUN_EVENT,
    label=_("Record another learning event"),
    sentence=_("Another learning event was recorded. Attended: {attended}"),
    url="learning_events:another",
    during=[Stage.REPORT, Stage.ACCEPTANCE, Stage.FOLLOW_THROUGH],
    outlives=True,
)
