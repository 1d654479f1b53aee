"""The Board Chair decides; where the Chair disagrees, the Board discusses it first (§5.8)."""

import datetime as dt
from typing import Any

from boards.models import Person
from common.deeds import NOT_AT_THIS_STAGE, Deed, NotNow
from deadlines import services as deadlines
from guidance.milestones import Milestone
from reviews.deciding import decider, recommended_course
from reviews.decision import emails
from reviews.deeds import (
    COMMISSION,
    DECIDE_ANOTHER_LEADS,
    DECIDE_FORUM,
    DECIDE_NO_REVIEW,
    DISAGREE,
    RECORD_DISCUSSION,
    SEND_NOTICE,
)
from reviews.door import advance, deed
from reviews.models import BoardDiscussion, Course, Decision, Notice, Reply, Review

BY_COURSE: dict[str, Deed] = {
    Course.CONCISE: COMMISSION,
    Course.EXTENDED: COMMISSION,
    Course.FORUM: DECIDE_FORUM,
    Course.ANOTHER_LEADS: DECIDE_ANOTHER_LEADS,
    Course.NO_REVIEW: DECIDE_NO_REVIEW,
}


def decide(
    review: Review,
    *,
    by: Any,
    on: dt.date,
    reply: str,
    course: str = "",
    reasons: str = "",
    conflicting_views: str = "",
    decided_by: Person | None = None,
    **words: Any,
) -> Review:
    """Answer the recommendation, or give the final answer after the Board's discussion.

    Agreeing takes the recommended course; amending and the final answer name their own; disagreeing
    puts it to the Board. A review is commissioned at once, of the kind decided.
    """
    if reply == Reply.AGREE:
        course = recommended_course(review)
        if not course:
            raise NotNow([NOT_AT_THIS_STAGE])
    kind = DISAGREE if reply == Reply.DISAGREE else BY_COURSE[course]
    commissioned = kind is COMMISSION
    with advance(
        review,
        kind,
        by=by,
        on=on,
        reached=[]
        if kind is DISAGREE
        else [Milestone.DECIDED, *([Milestone.COMMISSIONED] if commissioned else [])],
        decided_by=decided_by,
        details={"reply": reply} | ({"course": course} if commissioned else {}),
        move_with={"kind": course} if commissioned else None,
        **words,
    ) as fresh:
        Decision.objects.create(
            review=fresh,
            reply=reply,
            course="" if kind is DISAGREE else course,
            reasons=reasons,
            conflicting_views=conflicting_views,
            decided_on=on,
            decided_by=decider(by, decided_by),
            recorded_by=by,
        )
        if commissioned:
            deadlines.set_kind(fresh.timetable, course)
        emails.decided(fresh, on)
    return fresh


def record_discussion(review: Review, *, by: Any, on: dt.date, views: str, **words: Any) -> Review:
    """Record when the Board discussed it and what was said (reg. 5(7): opinions and dissent)."""
    with deed(
        review, RECORD_DISCUSSION, by=by, on=on, not_before=review.stage_since, **words
    ) as fresh:
        BoardDiscussion.objects.create(review=fresh, held_on=on, views=views)
        emails.discussed(fresh, on)
    return fresh


def send_notice(review: Review, *, by: Any, on: dt.date, about: str, **words: Any) -> Notice:
    """Record that Welsh Government was told of the recommendation, or of the outcome (§5.7)."""
    with deed(review, SEND_NOTICE, by=by, on=on, details={"about": about}, **words) as fresh:
        notice = Notice.objects.create(review=fresh, about=about, sent_on=on, sent_by=by)
        deadlines.reach(
            fresh.timetable,
            Milestone.WG_TOLD_OF_RECOMMENDATION
            if about == Notice.About.RECOMMENDATION
            else Milestone.WG_TOLD_OF_OUTCOME,
            on,
        )
    return notice
