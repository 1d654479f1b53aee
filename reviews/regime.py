"""Whether a review that is being commissioned belongs to the regime that came after its edition.

Which day governs was read in no statute: the Boards go by when a review commences. So it is a
setting, with the source it rests on; and it warns, it never refuses.
"""

import datetime as dt
from collections.abc import Iterator

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from common.deeds import Obstacle
from common.templatetags.page import day
from guidance.editions import edition
from reviews.models import Review

COUNTED = {
    "commissioned": gettext_lazy("the day of commissioning"),
    "referred": gettext_lazy("the day of the referral"),
    "event": gettext_lazy("the day of the event"),
}


def governing_day(review: Review, on: dt.date) -> dt.date:
    """The day that is compared, as the setting has it; without one, the day of commissioning."""
    referral = getattr(review, "referral", None)
    days: dict[str, dt.date | None] = {
        "referred": referral and referral.received_on,
        "event": referral and referral.event_on,
    }
    return days.get(settings.SUSR_COUNTS_FROM) or on


def superseded(review: Review, on: dt.date) -> Iterator[Obstacle]:
    """The warning, where the governing day lies under the later regime."""
    rules = edition(review.timetable.edition)
    if rules.superseded_from is None:
        return
    begins = settings.SUSR_FROM or rules.superseded_from
    if governing_day(review, on) >= begins:
        sentence = _(
            "A review of this day runs as a Single Unified Safeguarding Review (SUSR). Say why it"
            " is commissioned as a Child Practice Review. Governing date: %(begins)s, compared"
            " with %(counted)s. Source: %(source)s"
        ) % {
            "begins": day(begins),
            "counted": COUNTED[settings.SUSR_COUNTS_FROM],
            "source": settings.SUSR_SOURCE or _(rules.superseded_why),
        }
        yield Obstacle("susr_applies", sentence, is_warning=True)
