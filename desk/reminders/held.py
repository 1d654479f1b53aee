"""What is kept back for other proceedings: nobody is reminded of it while it is held."""

import datetime as dt
from collections.abc import Iterable

from deadlines.models import Reminder
from guidance.reminders import RETURN_AS_TARGET
from reviews.models import Held, Review
from reviews.proceedings.holds import Holds

# The six months, the action plan and the looks themselves go on whatever is held.
KEPT_BACK: dict[str, tuple[Held, ...]] = {
    "agency_return": (Held.ALL,),
    RETURN_AS_TARGET: (Held.ALL,),
    "wait.invitations": (Held.EVENT, Held.STAFF, Held.ALL),
    "wait.statement": (Held.ALL,),
    "wait.translation": (Held.PUBLICATION, Held.ALL),
    "wg_notice_before_publication": (Held.PUBLICATION, Held.ALL),
}


class HeldReminders:
    """The holds that stand on a day over many reviews. One query."""

    def __init__(self, reviews: Iterable[Review], on: dt.date) -> None:
        self.rows = Holds(reviews, on).rows

    def keeps_back(self, reminder: Reminder, review: Review) -> bool:
        kept = KEPT_BACK.get(reminder.limit, ())
        return any(hold.held in kept for hold in self.rows.get(review.pk, ()))
