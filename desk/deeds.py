"""The deeds of the desk: holding what goes up, and telling somebody another way."""

from django.utils.translation import gettext_lazy as _

from boards.permissions import MayBoard
from common.deeds import declare
from desk.models import Otherwise
from reviews.permissions import May

HOLD = declare(
    "desk.step_held",
    may=May.KEEP_REMINDERS,
    label=_("Hold it"),
    sentence=_("What was going up was held."),
    url="desk:hold_step",
)
RELEASE = declare(
    "desk.step_released",
    may=May.KEEP_REMINDERS,
    label=_("Let it go up"),
    sentence=_("What was held may go up."),
    url="desk:release_step",
)
TELL_OTHERWISE = declare(
    "desk.told_otherwise",
    may=May.KEEP_REMINDERS,
    label=_("Record how they were told"),
    sentence=_("A message was not delivered. Told another way: {how}."),
    url="desk:tell_otherwise",
    codes={"how": Otherwise},
)
TELL_OF_BOARD = declare(
    "desk.told_of_board",
    may=MayBoard.MANAGE_PEOPLE,
    label=_("Record how they were told"),
    sentence=_("A message was not delivered. Told another way: {how}."),
    url="desk:tell_of_board",
    codes={"how": Otherwise},
)
WRITE = declare(
    "desk.reminder_written",
    may=May.KEEP_REMINDERS,
    label=_("Write a reminder"),
    sentence=_("Reminders were written. Number: {count}."),
    url="desk:write_reminder",
)
