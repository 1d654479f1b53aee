"""The family's part: who was asked, what came of it, or why nobody asked."""

import datetime as dt
from typing import Any

from django.utils.translation import gettext_lazy as _

from common import clock
from common.deeds import Act, NotNow, Obstacle
from panels.deeds import FAMILY_RECORDED, NOT_APPROACHED
from panels.models import RELATION_OF, FamilyContact, Outcome, Relation, WhyNot
from reviews.door import deed
from reviews.models import Relative, Review
from reviews.versions import check_version

RECORDED_ALREADY = Obstacle(
    "recorded_already", _("There is an entry for this person already. Change that one.")
)
WHEN_OR_WHY_NOT = Obstacle(
    "when_or_why_not",
    _("Enter when they were approached and the outcome, or why they were not approached."),
)


def record_family(
    review: Review,
    *,
    by: Any,
    on: dt.date,
    approached: bool,
    relation: str = "",
    relative: Relative | None = None,
    approached_on: dt.date | None = None,
    approached_by: str = "",
    channel: str = "",
    why_not_kind: str = "",
    why_not: str = "",
    outcome: str = "",
    method: str = "",
    took_part_on: dt.date | None = None,
    message: str = "",
    wants_feedback: bool = False,
    feedback_how: str = "",
    feedback_on: dt.date | None = None,
    contact: FamilyContact | None = None,
    version: int = 0,
    **words: Any,
) -> FamilyContact:
    """Record whether a member of the family was approached and what came of it, or why not.

    With a `contact`, what is recorded of them is changed; `version` is the one that was in front of
    whoever wrote this. If another has come since, Overtaken carries it.
    """
    says_why_not = why_not or why_not_kind not in ("", WhyNot.OTHER)
    if not ((approached_on and outcome) if approached else says_why_not):
        raise NotNow([WHEN_OR_WHY_NOT])
    if relative is not None:
        relation = RELATION_OF.get(relative.kin, Relation.OTHER)
    took_part = approached and outcome == Outcome.CONTRIBUTED
    act = Act(details={"outcome": outcome if approached else NOT_APPROACHED})
    with deed(review, FAMILY_RECORDED, by=by, on=on, act=act, **words) as fresh:
        row = FamilyContact(review=fresh, version=0)
        if contact is not None:
            row = FamilyContact.objects.select_for_update(no_key=True).get(
                pk=contact.pk, review=fresh
            )
            check_version(version, row.version, row)
        if relative is not None:
            relative = Relative.objects.get(pk=relative.pk, review=fresh)
            _keep_single(relative, row)
        row.version += 1
        row.relative, row.relation, row.approached = relative, relation, approached
        row.approached_on = approached_on if approached else None
        row.approached_by = approached_by if approached else ""
        row.channel = channel if approached else ""
        row.outcome = outcome if approached else ""
        row.why_not = "" if approached else why_not
        row.why_not_kind = "" if approached else (why_not_kind or WhyNot.OTHER)
        row.method = method if took_part else ""
        row.took_part_on = took_part_on if took_part else None
        row.message, row.wants_feedback = message, wants_feedback
        row.feedback_how = feedback_how if wants_feedback else ""
        row.feedback_on = feedback_on
        row.recorded_on, row.recorded_at, row.recorded_by = on, clock.now(), by
        row.save()
        act.about(row)
    return row


def _keep_single(relative: Relative, row: FamilyContact) -> None:
    """Asked under the lock: one entry a relative."""
    if FamilyContact.objects.filter(relative=relative).exclude(pk=row.pk).exists():
        raise NotNow([RECORDED_ALREADY])
