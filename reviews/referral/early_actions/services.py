"""Recording what was done at once, to keep children safe or because a lesson was plain already."""

import datetime as dt
from typing import Any

from django.utils.translation import gettext_lazy as _

from boards.models import Agency
from common import clock
from common.deeds import Act, NotNow, Obstacle
from reviews.door import deed
from reviews.models import EarlyAction, Review
from reviews.referral.deeds import CORRECT_EARLY_ACTION, EARLY_ACTION, Outcome

PUT_RIGHT = Obstacle("put_right", _("Somebody else has corrected this in the meantime."))


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


def correct_early_action(
    review: Review,
    *,
    by: Any,
    on: dt.date,
    row: EarlyAction,
    outcome: str,
    why: str,
    kind: str = "",
    what: str = "",
    agency: Agency | None = None,
    other_agency: str = "",
    learning: str = "",
    done_on: dt.date | None = None,
    **words: Any,
) -> EarlyAction:
    """Withdraw a record with the reason; corrected, another takes its place. The first stays."""
    act = Act(details={"outcome": outcome})
    with deed(review, CORRECT_EARLY_ACTION, by=by, on=on, act=act, **words) as fresh:
        old = fresh.early_actions.select_for_update().get(pk=row.pk)
        if old.withdrawn_at:
            raise NotNow([PUT_RIGHT])
        old.withdrawn_at, old.withdrawn_by, old.withdrawn_why = clock.now(), by, why
        old.save(update_fields=["withdrawn_at", "withdrawn_by", "withdrawn_why"])
        standing: EarlyAction = old
        if outcome == Outcome.CORRECTED:
            standing = EarlyAction.objects.create(
                review=fresh,
                kind=kind,
                what=what,
                agency=agency,
                other_agency="" if agency else other_agency,
                learning=learning,
                done_on=done_on or old.done_on,
                replaces=old,
                recorded_by=by,
            )
        act.about(standing)
    return standing
