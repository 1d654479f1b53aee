"""Logging a referral, completing it and forwarding it. Nearly every case comes by telephone or
e-mail (§5.2)."""

import datetime as dt
from typing import Any

from boards.models import Board
from common.deeds import Act
from deadlines import services as deadlines
from guidance.milestones import Milestone
from reviews import board_door
from reviews.children.matching import keep_keys
from reviews.deeds import FORWARD, LOG
from reviews.door import advance, deed
from reviews.models import (
    Harm,
    ReferenceCounter,
    Referral,
    ReferralVersion,
    Review,
    Subject,
    SubjectName,
)
from reviews.referral import emails
from reviews.referral.deeds import COMPLETE
from reviews.versions import check_version

# What is completed over time. The day, the way it came and its sentence stay as they came.
REFERRER = (
    "referrer",
    "referrer_role",
    "referrer_agency",
    "referrer_email",
    "referrer_telephone",
    "referrer_language",
    "referrer_on_board",
)
TEXTS = (
    "circumstances",
    "why_criteria",
    "agencies_known",
    "proceedings_known",
    "media_interest",
)
FACTS = (
    *REFERRER,
    "harm",
    "event_on",
    "identified_on",
    "abuse",
    "might_be_forum",
    "prudic",
    "prudic_on",
    *TEXTS,
)
FIRST_CHILD = "Child A"


def log_referral(
    board: Board,
    *,
    by: Any,
    on: dt.date,
    source: str,
    sentence: str,
    referrer: str = "",
    harm: str = Harm.UNKNOWN,
    event_on: dt.date | None = None,
    child_name: str = "",
    born_on: str = "",
    more: dict[str, Any] | None = None,
) -> Review:
    """Open a case: the date it came, how, and one sentence are enough. It gets its reference.

    A child's name, where it is known, is kept apart under the first pseudonym. `more` holds what
    else the referral said already (of FACTS).
    """
    act = Act()
    with board_door.door.deed(board, LOG, by=by, on=on, act=act) as fresh:
        timetable = deadlines.open_timetable(fresh)
        review: Review = Review.objects.create(
            board=fresh,
            year=on.year,
            number=next_number(fresh, on.year),
            timetable=timetable,
            stage_since=on,
        )
        known = {name: value for name, value in (more or {}).items() if name in FACTS}
        Referral.objects.create(
            review=review,
            received_on=on,
            source=source,
            sentence=sentence,
            **{"referrer": referrer, "harm": harm, "event_on": event_on} | known,
        )
        if child_name:
            child = Subject.objects.create(review=review, pseudonym=FIRST_CHILD)
            keep_keys(
                SubjectName.objects.create(subject=child, full_name=child_name, born_on=born_on)
            )
        deadlines.reach(timetable, Milestone.REFERRED, on)
        act.review = review.pk
        emails.logged(review, on, by)
    return review


def next_number(board: Board, year: int) -> int:
    """The next number of the board's year. The board's row is locked: no two cases share one."""
    counter, _made = ReferenceCounter.objects.get_or_create(board=board, year=year)
    counter.last += 1
    counter.save(update_fields=["last"])
    return counter.last


def complete(review: Review, *, by: Any, on: dt.date, version: int, **facts: Any) -> Referral:
    """Write down what has become known of the referral. What it said before stays beside it.

    `version` is the one that was in front of whoever wrote this. If another has come since,
    Overtaken carries it.
    """
    words = {name: facts.pop(name) for name in tuple(facts) if name not in FACTS}
    act = Act()
    with deed(review, COMPLETE, by=by, on=on, act=act, **words) as fresh:
        referral = Referral.objects.select_for_update().get(review=fresh)
        check_version(version, referral.version, referral)
        ReferralVersion.objects.create(
            referral=referral,
            version=referral.version,
            facts=as_kept(referral),
            until_on=on,
            replaced_by=by,
        )
        for name, value in facts.items():
            setattr(referral, name, value)
        referral.version += 1
        referral.save(update_fields=[*facts, "version"])
        act.about(referral, version=referral.version)
    return referral


def as_kept(referral: Referral) -> dict[str, Any]:
    """What a referral says, in a shape that JSON can hold."""
    held = {name: getattr(referral, name) for name in FACTS}
    return {
        name: value.isoformat() if isinstance(value, dt.date) else value
        for name, value in held.items()
    }


def forward(review: Review, *, by: Any, on: dt.date, **words: Any) -> Review:
    """Pass the referral to the sub-group. From this day the six months are counted (§5.21)."""
    with advance(review, FORWARD, by=by, on=on, reached=[Milestone.FORWARDED], **words) as fresh:
        emails.forwarded(fresh, on)
    return fresh
