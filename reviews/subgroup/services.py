"""The sub-group puts a case off, with the reason and the day on which it looks again."""

import datetime as dt
from typing import Any

from django.utils.translation import gettext_lazy as _

from boards.models import Person
from common.deeds import Act, NotNow, Obstacle
from reviews.deciding import decider
from reviews.door import deed
from reviews.models import Deferral, Review
from reviews.subgroup.deeds import DEFER

NOT_AHEAD = Obstacle(
    "not_ahead", _("The next date must be after the date on which the case was deferred.")
)


def defer(
    review: Review,
    *,
    by: Any,
    on: dt.date,
    next_on: dt.date,
    why: str,
    decided_by: Person | None = None,
    **words: Any,
) -> Deferral:
    """Defer the case; it stands on the desk for the day on which it is looked at again.

    The six months go on. It may be deferred again.
    """
    if next_on <= on:
        raise NotNow([NOT_AHEAD])
    act = Act(details={"until": next_on.isoformat()})
    with deed(
        review,
        DEFER,
        by=by,
        on=on,
        decided_by=decided_by,
        not_before=review.stage_since,
        act=act,
        **words,
    ) as fresh:
        row = Deferral.objects.create(
            review=fresh,
            deferred_on=on,
            next_on=next_on,
            reason=why,
            decided_by=decider(by, decided_by),
            recorded_by=by,
        )
        act.about(row)
    return row
