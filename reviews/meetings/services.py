"""Meetings about a case: planned, moved and cancelled for a reason, held, minuted."""

import datetime as dt
from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext_lazy as _

from boards.models import Person
from common.deeds import Act, NotNow, Obstacle, Overtaken, Refused
from common.uploads.field import Upload
from reviews.documents.writing import keep_uploaded
from reviews.door import deed
from reviews.meetings.bodies import bodies_of
from reviews.meetings.deeds import CANCEL, CHANGE_HOUR, KEEP_MINUTES, MOVE, PLAN, RECORD
from reviews.meetings.writing import keep_meeting
from reviews.models import Body, DocumentKind, Meeting, MeetingMove, Review

NOT_YOURS = _("You can only manage the meetings of your own group. Somebody else must do this.")
SAME_TIME = Obstacle("same_time", _("The meeting is already planned for that date and time."))


def plan_meeting(
    review: Review,
    *,
    by: Any,
    on: dt.date,
    body: str,
    planned_on: dt.date,
    mode: str = "",
    place: str = "",
    begins: dt.time | None = None,
    **words: Any,
) -> Meeting:
    """Plan a meeting of one of the bodies."""
    act = Act()
    with deed(review, PLAN, by=by, on=on, act=act, **words) as fresh:
        _check_body(fresh, by, body)
        meeting = Meeting.objects.create(
            review=fresh,
            body=body,
            planned_on=planned_on,
            begins=begins,
            mode=mode,
            place=place,
            recorded_by=by,
        )
        act.about(meeting, body=body, planned_on=planned_on.isoformat())
    return meeting


def move_meeting(
    review: Review,
    *,
    by: Any,
    on: dt.date,
    meeting: Meeting,
    new_on: dt.date,
    reason_code: str,
    note: str = "",
    new_begins: dt.time | None = None,
    **words: Any,
) -> Meeting:
    """Move a planned meeting to another day or another hour of its day. Where no hour is given, it
    keeps its own. What it leaves and the reason are kept."""
    act = Act()
    kind = CHANGE_HOUR if new_on == _day_of(review, meeting) else MOVE
    with deed(review, kind, by=by, on=on, act=act, **words) as fresh:
        standing = _planned(fresh, by, meeting)
        assert standing.planned_on is not None
        if (standing.planned_on == new_on) is not (kind is CHANGE_HOUR):
            raise Overtaken(fresh)
        old_on, old_begins = standing.planned_on, standing.begins
        new_begins = new_begins or old_begins
        if (old_on, old_begins) == (new_on, new_begins):
            raise NotNow([SAME_TIME])
        MeetingMove.objects.create(
            meeting=standing,
            old_on=old_on,
            new_on=new_on,
            old_begins=old_begins,
            new_begins=new_begins,
            reason=reason_code,
            note=note,
            moved_on=on,
            moved_by=by,
        )
        days = {"old_on": old_on.isoformat(), "new_on": new_on.isoformat()}
        if kind is CHANGE_HOUR:
            days = {"day": new_on.isoformat()}
        act.about(standing, body=standing.body, reason=reason_code, **days)
        standing.planned_on, standing.begins = new_on, new_begins
        standing.save(update_fields=["planned_on", "begins"])
    return standing


def cancel_meeting(
    review: Review,
    *,
    by: Any,
    on: dt.date,
    meeting: Meeting,
    reason_code: str,
    why: str,
    **words: Any,
) -> Meeting:
    """Cancel a planned meeting, with the reason."""
    act = Act()
    with deed(review, CANCEL, by=by, on=on, act=act, **words) as fresh:
        standing = _planned(fresh, by, meeting)
        standing.cancelled_for, standing.cancelled_why = reason_code, why
        standing.save(update_fields=["cancelled_for", "cancelled_why"])
        act.about(standing, body=standing.body, reason=reason_code)
    return standing


def record_meeting(
    review: Review,
    *,
    by: Any,
    on: dt.date,
    body: str,
    meeting: Meeting | None = None,
    mode: str = "",
    place: str = "",
    present: Iterable[Person] = (),
    apologies: Iterable[Person] = (),
    others_present: Iterable[str] = (),
    is_quorate: bool | None = None,
    interests: str = "",
    decisions: str = "",
    upload: Upload | None = None,
    **words: Any,
) -> Meeting:
    """Record a meeting that was held on that day, planned or not. The first one of the panel is a
    milestone."""
    act = Act()
    with deed(review, RECORD, by=by, on=on, act=act, **words) as fresh:
        _check_body(fresh, by, body)
        planned = _planned(fresh, by, meeting) if meeting else None
        held = keep_meeting(
            fresh,
            body=body,
            held_on=on,
            planned=planned,
            present=present,
            apologies=apologies,
            others_present=others_present,
            mode=mode,
            decisions=decisions,
            interests=interests,
            by=by,
        )
        held.place, held.is_quorate = place or held.place, is_quorate
        held.save(update_fields=["place", "is_quorate"])
        if upload:
            _keep_minutes(fresh, held, upload, by)
        act.about(held, body=body)
    return held


def keep_minutes(
    review: Review, *, by: Any, on: dt.date, meeting: Meeting, upload: Upload, **words: Any
) -> Meeting:
    """Add the minutes of a meeting that was held."""
    act = Act()
    with deed(review, KEEP_MINUTES, by=by, on=on, act=act, **words) as fresh:
        _check_body(fresh, by, meeting.body)
        standing = fresh.meetings.filter(pk=meeting.pk, held_on__isnull=False, minutes=None).first()
        if standing is None:
            raise Overtaken(fresh)
        _keep_minutes(fresh, standing, upload, by)
        act.about(standing, body=standing.body)
    return standing


def _keep_minutes(review: Review, meeting: Meeting, upload: Upload, by: Any) -> None:
    meeting.minutes = keep_uploaded(
        review,
        upload=upload,
        title=f"{DocumentKind.MINUTES.label}: {Body(meeting.body).label}",
        kind=DocumentKind.MINUTES,
        dated_on=meeting.held_on,
        by=by,
    )
    meeting.save(update_fields=["minutes"])


def _check_body(review: Review, by: Any, body: str) -> None:
    if body not in bodies_of(by, review):
        raise Refused(NOT_YOURS)


def _day_of(review: Review, meeting: Meeting) -> dt.date | None:
    """The day for which it is planned now."""
    return review.meetings.filter(pk=meeting.pk).values_list("planned_on", flat=True).first()


def _planned(review: Review, by: Any, meeting: Meeting) -> Meeting:
    """A meeting that still lies ahead or waits to be recorded, asked under the lock."""
    _check_body(review, by, meeting.body)
    standing = review.meetings.filter(pk=meeting.pk, held_on=None, cancelled_why="").first()
    if standing is None:
        raise Overtaken(review)
    return standing
