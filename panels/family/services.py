"""The family's part: who was asked, what came of it, or why nobody asked."""

import datetime as dt
from typing import Any

from django.utils.translation import gettext_lazy as _

from common import clock
from common.deeds import Act, NotNow, Obstacle
from panels.deeds import FAMILY_RECORDED, NOT_APPROACHED
from panels.models import FamilyContact
from reviews.door import deed
from reviews.models import Review
from reviews.versions import check_version

WHEN_OR_WHY_NOT = Obstacle(
    "when_or_why_not", _("Say when they were approached and what came of it, or why they were not.")
)


def record_family(
    review: Review,
    *,
    by: Any,
    on: dt.date,
    relation: str,
    approached: bool,
    approached_on: dt.date | None = None,
    why_not: str = "",
    outcome: str = "",
    message: str = "",
    wants_feedback: bool = False,
    contact: FamilyContact | None = None,
    version: int = 0,
    **words: Any,
) -> FamilyContact:
    """Record whether a member of the family was approached and what came of it, or why not.

    With a `contact`, what is recorded of them is changed; `version` is the one that was in front of
    whoever wrote this. If another has come since, Overtaken carries it.
    """
    if not ((approached_on and outcome) if approached else why_not):
        raise NotNow([WHEN_OR_WHY_NOT])
    act = Act(details={"outcome": outcome if approached else NOT_APPROACHED})
    with deed(review, FAMILY_RECORDED, by=by, on=on, act=act, **words) as fresh:
        row = FamilyContact(review=fresh, version=0)
        if contact is not None:
            row = FamilyContact.objects.select_for_update(no_key=True).get(
                pk=contact.pk, review=fresh
            )
            check_version(version, row.version, row)
        row.version += 1
        row.relation, row.approached = relation, approached
        row.approached_on = approached_on if approached else None
        row.outcome = outcome if approached else ""
        row.why_not = "" if approached else why_not
        row.message, row.wants_feedback = message, wants_feedback
        row.recorded_on, row.recorded_at, row.recorded_by = on, clock.now(), by
        row.save()
        act.about(row)
    return row
