"""The Board Chair decides; where the Chair disagrees, the Board discusses it first (§5.8)."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext_lazy as _

from boards.models import Person
from common.deeds import (
    NOT_AT_THIS_STAGE,
    REASON_WANTED,
    Deed,
    NotNow,
    Obstacle,
    Overtaken,
)
from deadlines import services as deadlines
from guidance.milestones import Milestone
from reviews.deciding import decider, recommended_course
from reviews.decision import emails
from reviews.decision.amending import amendments, as_recommended
from reviews.decision.answers import check_answers, state_of
from reviews.decision.deeds import CORRECT_NOTICE, RECORD_ANSWER
from reviews.decision.notices import TOLD, current, notices_due
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
from reviews.models import (
    Amended,
    Amendment,
    BoardDiscussion,
    Circulation,
    Course,
    Decision,
    Meeting,
    Notice,
    Reply,
    Review,
)

BY_COURSE: dict[str, Deed] = {
    Course.CONCISE: COMMISSION,
    Course.EXTENDED: COMMISSION,
    Course.FORUM: DECIDE_FORUM,
    Course.ANOTHER_LEADS: DECIDE_ANOTHER_LEADS,
    Course.NO_REVIEW: DECIDE_NO_REVIEW,
}
PERIOD = (Amended.PERIOD_FROM, Amended.PERIOD_UNTIL, Amended.PERIOD_WHY)
NO_PERIOD = Obstacle(
    "no_period",
    _(
        "The recommendation does not give the period to review, or does not explain why it"
        " was chosen."
    ),
    is_warning=True,
)
NOT_PUT_TO_BOARD = Obstacle(
    "not_put_to_board",
    _(
        "You are deciding against a recommended review, which counts as disagreeing, and"
        " the Board must discuss it first (§5.8). Answer “I disagree”, or explain why you"
        " are going ahead without the discussion."
    ),
    is_warning=True,
)


def decide(
    review: Review,
    *,
    by: Any,
    on: dt.date,
    reply: str,
    course: str = "",
    reasons: str = "",
    conflicting_views: str = "",
    amended: Mapping[str, Any] | None = None,
    proposed_course: str = "",
    proposed_action: str = "",
    signed_title: str = "",
    signed_telephone: str = "",
    present_to_board_on: dt.date | None = None,
    decided_by: Person | None = None,
    reason: str = "",
    **words: Any,
) -> Review:
    """Answer the recommendation, or give the final answer after the Board's discussion.

    Agreeing takes the recommended course; amending and the final answer name their own, with the
    fields `amended` to other values; disagreeing, either way, puts it to the Board. A review is
    commissioned at once, of the kind decided. To amend a recommended review into none needs a
    reason: in substance it disagrees.
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
        reason=reason,
        **words,
    ) as fresh:
        paper = getattr(fresh, "recommendation", None)
        standing = as_recommended(fresh, paper)
        was = standing[Amended.COURSE.value]
        ends_review = bool(was) and Course(was).is_review and not Course(course or was).is_review
        if reply == Reply.AMEND and ends_review and not reason.strip():
            raise NotNow([REASON_WANTED, NOT_PUT_TO_BOARD])
        wanted = dict(amended or {}) if reply in (Reply.AMEND, Reply.FINAL) else {}
        rows = list(
            amendments(standing, wanted | ({"course": course} if reply == Reply.AMEND else {}))
        )
        holds = standing | {row.field: row.new for row in rows}
        is_urgent = paper is not None and paper.is_urgent
        has_period = is_urgent or all(holds[name] for name in PERIOD)
        if commissioned and not has_period and not reason.strip():
            raise NotNow([REASON_WANTED, NO_PERIOD])
        decision = Decision.objects.create(
            review=fresh,
            reply=reply,
            course="" if kind is DISAGREE else course,
            reasons=reasons,
            proposed_course=proposed_course if kind is DISAGREE else "",
            proposed_action=proposed_action if kind is DISAGREE else "",
            conflicting_views=conflicting_views,
            signed_title=signed_title,
            signed_telephone=signed_telephone,
            present_to_board_on=present_to_board_on,
            decided_on=on,
            decided_by=decider(by, decided_by),
            recorded_by=by,
        )
        for row in rows:
            row.decision = decision
        Amendment.objects.bulk_create(rows)
        if commissioned:
            deadlines.set_kind(fresh.timetable, course)
        emails.decided(fresh, on)
    return fresh


def record_discussion(
    review: Review,
    *,
    by: Any,
    on: dt.date,
    views: str,
    dissent: str = "",
    meeting: Meeting | None = None,
    **words: Any,
) -> Review:
    """Record when the Board discussed it and what was said (reg. 5(7): opinions and dissent)."""
    with deed(
        review, RECORD_DISCUSSION, by=by, on=on, not_before=review.stage_since, **words
    ) as fresh:
        BoardDiscussion.objects.create(
            review=fresh, held_on=on, views=views, dissent=dissent, meeting=meeting
        )
        emails.discussed(fresh, on)
    return fresh


NOT_DUE = Obstacle(
    "notice_not_due", _("This notice is not due. It has already been recorded as sent.")
)
NOT_SENT = Obstacle("notice_not_sent", _("There is no record that this notice was sent."))


def send_notice(
    review: Review,
    *,
    by: Any,
    on: dt.date,
    about: str,
    method: str = "",
    sender: Person | None = None,
    **words: Any,
) -> Notice:
    """Record that Welsh Government was told: `about` is a matter's key, as `outcome`, `kind-1`."""
    with deed(review, SEND_NOTICE, by=by, on=on, **words | _about(about)) as fresh:
        matter = next((each for each in notices_due(fresh) if each.key == about), None)
        if matter is None:
            raise NotNow([NOT_DUE])
        notice = Notice.objects.create(
            review=fresh,
            about=matter.about,
            number=matter.number,
            sent_on=on,
            sender=sender or by.person,
            method=method,
            sent_by=by,
        )
        if matter.about in TOLD:
            deadlines.reach(fresh.timetable, TOLD[matter.about], on)
    return notice


def correct_notice(
    review: Review,
    *,
    by: Any,
    on: dt.date,
    about: str,
    why: str,
    method: str = "",
    sender: Person | None = None,
    **words: Any,
) -> Notice:
    """Record the sending again as it was, with the reason; the first record is kept beside it."""
    with deed(review, CORRECT_NOTICE, by=by, on=on, **words | _about(about)) as fresh:
        old = current(fresh).get(about)
        if old is None:
            raise NotNow([NOT_SENT])
        answers = (old.received_on, old.acknowledged_on, old.circulated_on)
        check_answers(on, answers)
        old.is_current = False
        old.save(update_fields=["is_current"])
        notice = Notice.objects.create(
            review=fresh,
            about=old.about,
            number=old.number,
            sent_on=on,
            sender=sender or by.person,
            method=method,
            sent_by=by,
            corrects=old,
            why_corrected=why,
            received_on=old.received_on,
            acknowledged_on=old.acknowledged_on,
            circulated_on=old.circulated_on,
        )
        old.circulations.update(notice=notice)
        if old.about in TOLD:
            deadlines.reach(fresh.timetable, TOLD[Notice.About(old.about)], on, correcting=True)
    return notice


def record_answer(
    review: Review,
    *,
    by: Any,
    on: dt.date,
    about: str,
    received_on: dt.date | None = None,
    acknowledged_on: dt.date | None = None,
    circulated_on: dt.date | None = None,
    circulation: Mapping[str, tuple[str, str]] | None = None,
    seen: str = "",
    **words: Any,
) -> Notice:
    """Record what Welsh Government answered to a notice, as far as it is known by now.

    `circulation` says of each inspectorate (by its code) whether the notice went there, and why.
    `seen` is what was recorded when the writer began; Overtaken if it is something else now.
    """
    answers = (received_on, acknowledged_on, circulated_on)
    with deed(review, RECORD_ANSWER, by=by, on=on, **words | _about(about)) as fresh:
        notice = current(fresh).get(about)
        if notice is None:
            raise NotNow([NOT_SENT])
        if seen and seen != state_of(notice):
            raise Overtaken(notice)
        check_answers(notice.sent_on, answers)
        notice.received_on, notice.acknowledged_on, notice.circulated_on = answers
        notice.save(update_fields=["received_on", "acknowledged_on", "circulated_on"])
        for code, (passed_on, why) in (circulation or {}).items():
            if passed_on or why:
                Circulation.objects.update_or_create(
                    notice=notice,
                    inspectorate=code,
                    defaults={"passed_on": passed_on, "reason": why},
                )
            else:
                notice.circulations.filter(inspectorate=code).delete()
    return notice


def _about(key: str) -> dict[str, Any]:
    """What the ledger keeps of it: the matter; of a change of type also which."""
    about, _dash, number = key.partition("-")
    return {"details": {"about": about} | ({"number": int(number)} if number else {})}
