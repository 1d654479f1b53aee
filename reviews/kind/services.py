"""The Chair makes a commissioned review one of the other type; the clocks follow."""

import datetime as dt
from typing import Any

from boards.models import Person
from common.deeds import Act, Overtaken
from deadlines import services as deadlines
from reviews.deciding import decider
from reviews.door import deed
from reviews.kind import emails
from reviews.kind.deeds import CHANGE_KIND
from reviews.models import KindChange, Review, ReviewKind

OTHER = {ReviewKind.CONCISE: ReviewKind.EXTENDED, ReviewKind.EXTENDED: ReviewKind.CONCISE}


def change_kind(
    review: Review,
    *,
    by: Any,
    on: dt.date,
    reasons: str,
    was: str = "",
    decided_by: Person | None = None,
    **words: Any,
) -> KindChange:
    """Make a concise review extended, or the reverse. Limits that differ by type are derived anew;
    Welsh Government is due a notice of it; the panel, the reviewers and the sub-group are told.
    Raises Overtaken if the review is no longer of the type that it `was`."""
    act = Act()
    with deed(review, CHANGE_KIND, by=by, on=on, decided_by=decided_by, act=act, **words) as fresh:
        if was and was != fresh.kind:
            raise Overtaken(fresh)
        change = KindChange.objects.create(
            review=fresh,
            number=fresh.kind_changes.count() + 1,
            old=fresh.kind,
            new=OTHER[ReviewKind(fresh.kind)],
            reasons=reasons,
            changed_on=on,
            decided_by=decider(by, decided_by),
            recorded_by=by,
        )
        fresh.kind = change.new
        fresh.save(update_fields=["kind"])
        deadlines.set_kind(fresh.timetable, change.new)
        act.about(change, old=change.old, new=change.new)
        emails.kind_changed(fresh, on)
    return change
