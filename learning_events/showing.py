"""What a page shows of an event: who came by agency and role, and whether a GP was there."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from common.answers import IT_WAS
from learning_events.models import Attendance, LearningEvent, Participant

GP_THERE = IT_WAS.yes
GP_AWAY = _("Invited, and did not come")
GP_INVITED = _("Invited")
GP_NOT_INVITED = _("No general practitioner is on the list")


@dataclass(frozen=True)
class Shown:
    """An event with its participants read already."""

    event: LearningEvent

    @property
    def listed(self) -> list[Participant]:
        return list(self.event.participants.all())

    @property
    def invited(self) -> int:
        """Of those listed for an event that lies ahead."""
        return sum(1 for row in self.listed if row.attendance != Attendance.WITHDRAWN)

    @property
    def gp(self) -> Promise | str:
        """Whether general practice was represented; nothing where nobody is listed."""
        if not self.listed:
            return ""
        rows = [r for r in self.listed if r.is_gp and r.attendance != Attendance.WITHDRAWN]
        if not rows:
            return GP_NOT_INVITED
        if any(row.attendance == Attendance.ATTENDED for row in rows):
            return GP_THERE
        is_open = {Attendance.NOT_RECORDED.value, Attendance.COMING.value}
        return GP_INVITED if any(row.attendance in is_open for row in rows) else GP_AWAY
