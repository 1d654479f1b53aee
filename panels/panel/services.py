"""The panel agrees what the review is to look at (§5.12)."""

import datetime as dt
from collections.abc import Iterable
from typing import Any

from django.db.models import Prefetch, QuerySet
from django.utils.translation import gettext_lazy as _

from boards.models import Person
from common.deeds import Act, NotNow, Obstacle
from guidance.editions import edition
from guidance.limit import Limit
from guidance.limits import add_months
from panels.deeds import TERMS_AGREED
from panels.models import Asks, TermsOfReference, TermsWording
from panels.panel import emails
from panels.panel import questions as asking
from reviews.door import deed
from reviews.models import Meeting, Review, Subject
from reviews.versions import check_version

SAY_WHY_LONG = Obstacle(
    "period_without_reason",
    _("The period is longer than usual for this type of review. Explain why the panel chose it."),
)
SAY_WHAT_CHANGED = Obstacle(
    "change_without_reason",
    _("There are already terms of reference. Explain what has changed, and why."),
)
NUMBERED_TWICE = Obstacle(
    "question_numbered_twice",
    _("Two questions have the same number. Remove the number from the new one."),
)
NO_QUESTION = Obstacle("no_question", _("Write at least one question for this case."))


def terms_of(review: Review) -> QuerySet[TermsOfReference]:
    """Every version with what it holds, the latest first."""
    wordings = TermsWording.objects.select_related("question")
    return (
        TermsOfReference.objects.filter(review=review)
        .select_related("agreed_by", "meeting")
        .prefetch_related(Prefetch("wordings", wordings), "children")
    )


def current_terms(review: Review) -> TermsOfReference | None:
    """The latest version, if any was agreed."""
    return terms_of(review).first()


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
    other_questions: str = "",
    issues: str = "",
    children: Iterable[Subject] | None = None,
    meeting: Meeting | None = None,
    period_why: str = "",
    changes: str = "",
    is_significant: bool = False,
    told_on: dt.date | None = None,
    decided_by: Person | None = None,
    **words: Any,
) -> TermsOfReference:
    """Agree the terms of reference, or a new version of them; earlier versions stay as they were.

    `version` is the one that was in front of whoever wrote this (0: none). If another has come
    since, Overtaken carries it. A significant change of scope is told to the Board Chair and the
    sub-group: by mail today, or on the day `told_on` on which they were told another way. No
    `children` named: all of the review's.
    """
    act = Act()
    with deed(review, TERMS_AGREED, by=by, on=on, decided_by=decided_by, act=act, **words) as fresh:
        latest = current_terms(fresh)
        check_version(version, latest.version if latest else 0, latest)
        if latest and not changes:
            raise NotNow([SAY_WHAT_CHANGED])
        if is_long(fresh, period_from_on, period_until_on) and not period_why:
            raise NotNow([SAY_WHY_LONG])
        asked = {
            Asks.CASE: _read(fresh, Asks.CASE, questions),
            Asks.OTHER: _read(fresh, Asks.OTHER, other_questions),
        }
        if not asked[Asks.CASE]:
            raise NotNow([NO_QUESTION])
        changed_scope = bool(latest) and is_significant
        terms = TermsOfReference.objects.create(
            review=fresh,
            version=version + 1,
            agreed_on=on,
            agreed_by=decided_by or by.person,
            meeting=meeting,
            issues=issues,
            period_from_on=period_from_on,
            period_until_on=period_until_on,
            period_why=period_why,
            changes=changes,
            is_significant=changed_scope,
            told_on=(told_on or on) if changed_scope else None,
            recorded_by=by,
        )
        terms.children.set(fresh.subjects.all() if children is None else children)
        _word(terms, asked, has_core_questions)
        if changed_scope and told_on is None:
            emails.scope_changed(fresh, terms)
        act.about(terms, version=terms.version)
    return terms


def _read(review: Review, asks: str, text: str) -> list[tuple[int, str]]:
    try:
        return asking.read(text, asking.numbers(review, asks))
    except asking.NumberedTwice:
        raise NotNow([NUMBERED_TWICE]) from None


def _word(
    terms: TermsOfReference, asked: dict[Asks, list[tuple[int, str]]], has_core_questions: bool
) -> None:
    for asks, rows in asked.items():
        asking.word(terms, asks, rows)
    if has_core_questions:
        asking.word(terms, Asks.CORE, asking.core())
