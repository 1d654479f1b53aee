"""Recording what was done at once, to keep children safe or because a lesson was plain already."""

import datetime as dt
from typing import Any

from boards.models import Agency
from common.deeds import Act
from reviews.door import deed
from reviews.models import EarlyAction, Review
from reviews.referral.deeds import EARLY_ACTION


def record_early_action(
    review: Review,
    *,
    by: Any,
    on: dt.date,
    kind: str,
    what: str,
    agency: Agency | None = None,
    other_agency: str = "",
    learning: str = "",
    **words: Any,
) -> EarlyAction:
    """Record what an agency did on that day. It waits for no stage: lessons need not either."""
    act = Act(details={"kind": kind})
    with deed(review, EARLY_ACTION, by=by, on=on, act=act, **words) as fresh:
        row: EarlyAction = EarlyAction.objects.create(
            review=fresh,
            kind=kind,
            what=what,
            agency=agency,
            other_agency="" if agency else other_agency,
            learning=learning,
            done_on=on,
            recorded_by=by,
        )
        act.about(row)
    return row
