"""The deeds on meetings about a case."""

from django.utils.translation import gettext_lazy as _

from common.deeds import declare
from reviews.models import Body, Delay
from reviews.permissions import May

PLAN = declare(
    "reviews.meeting_planned",
    may=May.KEEP_MEETINGS,
    label=_("Plan a meeting"),
    sentence=_("A meeting was planned. Body: {body}. Day: {planned_on}."),
    url="reviews:plan_meeting",
    codes={"body": Body},
)
MOVE = declare(
    "reviews.meeting_moved",
    may=May.KEEP_MEETINGS,
    label=_("Move the meeting"),
    sentence=_("A meeting was moved. Body: {body}. From: {old_on}. To: {new_on}. Why: {reason}."),
    url="reviews:move_meeting",
    codes={"body": Body, "reason": Delay},
)
CHANGE_HOUR = declare(
    "reviews.meeting_hour_changed",
    may=May.KEEP_MEETINGS,
    label=_("Change the time of the meeting"),
    sentence=_("The time of a meeting was changed. Group: {body}. Date: {day}. Reason: {reason}."),
    codes={"body": Body, "reason": Delay},
)
CANCEL = declare(
    "reviews.meeting_cancelled",
    may=May.KEEP_MEETINGS,
    label=_("Cancel the meeting"),
    sentence=_("A meeting was cancelled. Body: {body}. Why: {reason}."),
    url="reviews:cancel_meeting",
    codes={"body": Body, "reason": Delay},
)
RECORD = declare(
    "reviews.meeting_recorded",
    may=May.KEEP_MEETINGS,
    label=_("Record a meeting"),
    sentence=_("A meeting was held. Body: {body}."),
    url="reviews:record_meeting",
    codes={"body": Body},
)
KEEP_MINUTES = declare(
    "reviews.minutes_kept",
    may=May.KEEP_MEETINGS,
    label=_("Add the minutes"),
    sentence=_("The minutes of a meeting were added. Body: {body}."),
    url="reviews:keep_minutes",
    codes={"body": Body},
)
