"""The panel agrees what the review is to look at (§5.12)."""

import datetime as dt
from collections.abc import Iterable
from typing import Any

from django.db.models import Prefetch, QuerySet
from django.utils.translation import gettext_lazy as _

from boards.models import Person
from common.deeds import DONE_HERE, Act, NotNow, Obstacle, Proof
from guidance.editions import edition
from guidance.limit import Limit
from guidance.periods import is_longer, leaves_gap
from panels.deeds import TERMS_AGREED
from panels.models import Asks, TermsOfReference, TermsWording
from panels.panel import emails
from panels.panel import questions as asking
from reviews.criteria.event import event_day
from reviews.door import deed
from reviews.models import Meeting, Review, Subject
from reviews.versions import check_version

SAY_WHY_LONG = Obstacle(
    "period_without_reason",
    _("The period is longer than usual for this type of review. Explain why the panel chose it."),
)
PANEL_DECIDES = Obstacle(
    "period_without_the_panel",
    _(
        "The guidance allows a period this long only in exceptional circumstances, by decision of"
        " the panel. Say that the panel decided it."
    ),
)
SAY_WHY_GAP = Obstacle(
    "period_leaves_gap",
    _(
        "The period ends before the event: the days between would not be looked at. Correct the"
        " period, or explain why the panel chose it."
    ),
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
    """Whether the period begins longer before the event than is usual for this type of review."""
    ceiling = period_ceiling(review)
    return ceiling is not None and is_longer(ceiling.value, from_on, until_on, event_day(review))


def period_by_the_panel(review: Review) -> Limit | None:
    """How long a period the panel itself may decide on, in exceptional circumstances (§5.10)."""
    return edition(review.timetable.edition).limit(f"timeline_{review.kind}_exceptional")


def period_obstacles(
    review: Review, from_on: dt.date, until_on: dt.date, why: str, is_by_panel: bool
) -> list[Obstacle]:
    """What a period still needs: its reason, and the panel's own decision, where it is longer than
    usual; its reason, where days before the event are left out."""
    found = []
    if is_long(review, from_on, until_on):
        found += [] if why else [SAY_WHY_LONG]
        if period_by_the_panel(review) and not is_by_panel:
            found.append(PANEL_DECIDES)
    if leaves_gap(until_on, event_day(review)) and not why:
        found.append(SAY_WHY_GAP)
    return found


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
    is_period_by_panel: bool = False,
    changes: str = "",
    is_significant: bool = False,
    told_on: dt.date | None = None,
    decided_by: Person | None = None,
    proof: Proof = DONE_HERE,
    **words: Any,
) -> TermsOfReference:
    """Agree the terms of reference, or a new version of them; earlier versions stay as they were.

    `version` is the one that was in front of whoever wrote this (0: none). If another has come
    since, Overtaken carries it. A significant change of scope is told to the Board Chair and the
    sub-group: by mail today, or on the day `told_on` on which they were told another way. No
    `children` named: all of the review's.
    """
    act = Act()
    words |= {"decided_by": decided_by, "proof": proof}
    with deed(review, TERMS_AGREED, by=by, on=on, act=act, **words) as fresh:
        latest = current_terms(fresh)
        check_version(version, latest.version if latest else 0, latest)
        if latest and not changes:
            raise NotNow([SAY_WHAT_CHANGED])
        lacking = period_obstacles(
            fresh, period_from_on, period_until_on, period_why, is_period_by_panel
        )
        if lacking and not proof.happened:  # what was agreed long ago is kept as it was
            raise NotNow(lacking)
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
            is_period_by_panel=is_period_by_panel,
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
