"""The panel agrees what the review is to look at (§5.12)."""

import datetime as dt
from typing import Any

from django.utils.translation import gettext_lazy as _

from boards.models import Person
from common.deeds import Act, NotNow, Obstacle
from guidance.editions import edition
from guidance.limit import Limit
from guidance.limits import add_months
from panels.deeds import TERMS_AGREED
from panels.models import TermsOfReference
from reviews.door import deed
from reviews.models import Review
from reviews.versions import check_version

SAY_WHY_LONG = Obstacle(
    "period_without_reason",
    _("The period is longer than is usual for this review. Say why the panel chose it."),
)
SAY_WHAT_CHANGED = Obstacle(
    "change_without_reason", _("There are terms of reference already. Say what changed, and why.")
)


def current_terms(review: Review) -> TermsOfReference | None:
    """The latest version, if any was agreed."""
    return TermsOfReference.objects.filter(review=review).first()


def period_ceiling(review: Review) -> Limit | None:
    """How long a period the review's edition allows without a reason (2016: 6.22)."""
    return edition(review.timetable.edition).limit(f"timeline_{review.kind}")


def is_long(review: Review, from_on: dt.date, until_on: dt.date) -> bool:
    ceiling = period_ceiling(review)
    return ceiling is not None and until_on > add_months(from_on, ceiling.value)


def agree_terms(
    review: Review,
    *,
    by: Any,
    on: dt.date,
    version: int,
    questions: str,
    period_from_on: dt.date,
    period_until_on: dt.date,
    has_core_questions: bool = False,
    period_why: str = "",
    changes: str = "",
    decided_by: Person | None = None,
    **words: Any,
) -> TermsOfReference:
    """Agree the terms of reference, or a new version of them; earlier versions stay as they were.

    `version` is the one that was in front of whoever wrote this (0: none). If another has come
    since, Overtaken carries it.
    """
    act = Act()
    with deed(review, TERMS_AGREED, by=by, on=on, decided_by=decided_by, act=act, **words) as fresh:
        latest = current_terms(fresh)
        check_version(version, latest.version if latest else 0, latest)
        if latest and not changes:
            raise NotNow([SAY_WHAT_CHANGED])
        if is_long(fresh, period_from_on, period_until_on) and not period_why:
            raise NotNow([SAY_WHY_LONG])
        terms = TermsOfReference.objects.create(
            review=fresh,
            version=version + 1,
            agreed_on=on,
            agreed_by=decided_by or by.person,
            questions=questions,
            has_core_questions=has_core_questions,
            period_from_on=period_from_on,
            period_until_on=period_until_on,
            period_why=period_why,
            changes=changes,
            recorded_by=by,
        )
        act.about(terms, version=terms.version)
    return terms
