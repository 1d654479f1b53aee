"""What a recommendation still lacks: what stands in its way, and what asks for a reason (§5.6)."""

import datetime as dt
from collections.abc import Iterator, Mapping
from typing import Any

from django.utils.translation import gettext_lazy as _

from common.deeds import Sentence
from guidance.editions import edition
from guidance.periods import is_longer, leaves_gap
from reviews.criteria.event import event_day
from reviews.criteria.services import DIFFERS
from reviews.models import Course, Media, PeriodBand, Review, Vote

UNREADABLE = "unreadable"
# Each code with its sentence and the question of the form that mends it.
LACKING: dict[str, tuple[Sentence, str]] = {
    "outline": (_("The outline of the case is not written yet."), "outline"),
    "course": (_("What is recommended is not chosen yet."), "course"),
    "vote": (_("How it was decided is not chosen yet."), "vote"),
    "dissent": (
        _("If the decision was by majority, explain it and say how it was resolved."),
        "dissent",
    ),
    "rationale": (_("The rationale is not written yet."), "rationale"),
    "period": (_("The period to review is not given yet."), "period_from_on"),
    "period_order": (_("The period ends before it begins. Check both dates."), "period_until_on"),
    "period_why": (_("There is no explanation of why this period was chosen."), "period_why"),
    "media_issues": (
        _("The recommendation does not say which media issues are likely."),
        "media_issues",
    ),
    "criteria_why": (DIFFERS.sentence, "criteria_why"),
    UNREADABLE: (_("We cannot read one of the answers. It is marked in the form."), ""),
}
DOUBTS: dict[str, tuple[Sentence, str]] = {
    "agencies": (_("No agency is named."), "agencies"),
    "panel_chair": (_("Nobody is named to chair the panel."), "chairing_agency"),
    "independence": (
        _("The recommendation does not say whether the panel chair is independent."),
        "chair_is_independent",
    ),
    "media": (
        _("The question about the media has not been answered. You can answer “None known”."),
        "media",
    ),
    "other_process": (
        _("The recommendation does not say which other review leads."),
        "other_process",
    ),
    "period_long": (
        _("The period begins earlier than the guidance allows for this kind of review."),
        "period_from_on",
    ),
    "period_gap": (
        _("The period ends before the event: the days between would not be looked at."),
        "period_until_on",
    ),
}


def lacking(facts: Mapping[str, Any]) -> Iterator[str]:
    """The codes of what must be there before it can be made. An urgent case needs less."""
    for name in ("outline", "course", "vote", "rationale"):
        if not facts.get(name):
            yield name
    if facts.get("vote") == Vote.MAJORITY and not facts.get("dissent"):
        yield "dissent"
    if facts.get("media") == Media.LIKELY and not facts.get("media_issues"):
        yield "media_issues"
    first, last = facts.get("period_from_on"), facts.get("period_until_on")
    if first and last and last < first:
        yield "period_order"
    if is_review(facts) and not facts.get("is_urgent"):
        if not (first and last):
            yield "period"
        if not facts.get("period_why"):
            yield "period_why"


def doubts(review: Review, facts: Mapping[str, Any]) -> Iterator[str]:
    """The codes of what may be missing, with a reason."""
    if facts.get("is_urgent"):
        return
    if not facts.get("agencies"):
        yield "agencies"
    if is_review(facts):
        if not any(facts.get(n) for n in ("chairing_agency", "chairing_other", "chair_who")):
            yield "panel_chair"
        if not facts.get("chair_is_independent"):
            yield "independence"
    if not facts.get("media"):
        yield "media"
    if facts.get("course") == Course.ANOTHER_LEADS and not facts.get("other_process"):
        yield "other_process"
    yield from _doubts_of_period(review, facts)


def _doubts_of_period(review: Review, facts: Mapping[str, Any]) -> Iterator[str]:
    """Whether it goes beyond what the review's edition allows for its kind (§5.10), or stops before
    the event."""
    first, last = facts.get("period_from_on"), facts.get("period_until_on")
    if not (is_review(facts) and first and last):
        return
    event = event_day(review)
    ceiling = edition(review.timetable.edition).limit(f"timeline_{facts['course']}")
    if ceiling is not None and is_longer(ceiling.value, first, last, event):
        yield "period_long"
    if leaves_gap(last, event):
        yield "period_gap"


def is_review(facts: Mapping[str, Any]) -> bool:
    return facts.get("course") in (Course.CONCISE, Course.EXTENDED)


def band_of(first: dt.date | None, last: dt.date | None, event: dt.date | None) -> str:
    """The box of the form into which a period falls, measured back from the event."""
    if first is None or last is None:
        return PeriodBand.NOT_SAID
    for months, band in (
        (6, PeriodBand.UP_TO_6),
        (12, PeriodBand.UP_TO_12),
        (24, PeriodBand.UP_TO_24),
    ):
        if not is_longer(months, first, last, event):
            return band
    return PeriodBand.LONGER
