"""Asking the agencies for their timelines, and what comes of it (§5.10, §5.11)."""

import datetime as dt
from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext_lazy as _

from boards.models import Agency, Person
from common.deeds import Act, NotNow, Obstacle, Overtaken, Refused, person_of
from deadlines import services as deadlines
from guidance.milestones import Milestone
from panels.deeds import (
    AGENCIES_ASKED,
    AGENCY_ADDED,
    RETURN_EXTENDED,
    RETURN_WAIVED,
    TIMELINE_CORRECTED,
    TIMELINE_RETURNED,
    TIMELINES_RELEASED,
)
from panels.models import AgencyReturn, EarlierReturn, ReturnExtension, ReturnState
from panels.models.agency_return import COVER
from panels.querysets import owned_by, returnable_by
from panels.timelines import emails
from reviews.door import advance, deed
from reviews.journey import Stage
from reviews.models import Review

OWN_AGENCY_ONLY = _("You can only return the timeline of your own agency.")
NO_AGENCY = Obstacle("no_agency", _("Choose at least one agency."))
CAME_ALREADY = Obstacle(
    "came_already", _("This timeline has already been returned."), is_impossible=True
)
NO_LONGER_OPEN = Obstacle(
    "no_longer_open", _("An answer has already been recorded for this timeline.")
)
NOT_LATER = Obstacle("not_later", _("The new date must be later than the current due date."))
WHO_WROTE_IT = Obstacle("who_wrote_it", _("Select who wrote the timeline for the agency."))


def ask_agencies(
    review: Review,
    *,
    by: Any,
    on: dt.date,
    agencies: Iterable[Agency],
    due_on: dt.date,
    **words: Any,
) -> Review:
    """Ask the agencies of the board for their timelines, by a day that the panel sets."""
    asked = list(agencies)
    if not asked:
        raise NotNow([NO_AGENCY])
    with advance(
        review,
        AGENCIES_ASKED,
        by=by,
        on=on,
        reached=[Milestone.AGENCIES_ASKED],
        details={"count": len(asked)},
        **words,
    ) as fresh:
        for agency in asked:
            _ask(fresh, agency, on, due_on)
    return fresh


def ask_another(
    review: Review, *, by: Any, on: dt.date, agency: Agency, due_on: dt.date, **words: Any
) -> AgencyReturn:
    """Ask one more agency, once the others have been asked."""
    act = Act()
    with deed(review, AGENCY_ADDED, by=by, on=on, act=act, **words) as fresh:
        row = _ask(fresh, agency, on, due_on)
        act.about(row)
    return row


def _ask(review: Review, agency: Agency, on: dt.date, due_on: dt.date) -> AgencyReturn:
    row = AgencyReturn.objects.create(review=review, agency=agency, asked_on=on, due_on=due_on)
    wanted_by(row)
    emails.asked(row, on)
    return row


def wanted_by(row: AgencyReturn) -> None:
    """The clock of this return runs to the day that the panel has set for it."""
    deadlines.reach(
        row.review.timetable,
        Milestone.AGENCY_DUE,
        row.due_on,
        part=row.agency.code,
        correcting=True,
    )


def give_return(
    agency_return: AgencyReturn,
    *,
    by: Any,
    on: dt.date,
    state: str,
    searched: str,
    entries: int | None = None,
    analysis: str = "",
    was_involved: bool | None = None,
    involvement: str = "",
    missing: str = "",
    background: str = "",
    good_practice: str = "",
    recommendations: str = "",
    author: Person | None = None,
    opened_at: str = "",
    **words: Any,
) -> AgencyReturn:
    """Return an agency's timeline, or say that there is nothing to return.

    Its own people do it for themselves; by office it is done on their behalf, naming the `author`.
    `opened_at` is the state of the return when the form was opened. Where the return was opened for
    a correction this is a new version: the old one is kept, and it is to be signed off anew.
    """
    act = Act(details={"state": state}).about(agency_return)
    kind = TIMELINE_CORRECTED if agency_return.has_come else TIMELINE_RETURNED
    with deed(
        agency_return.review,
        kind,
        by=by,
        on=on,
        not_before=agency_return.returned_on or agency_return.asked_on,
        act=act,
        **words,
    ) as fresh:
        row = locked(agency_return)
        if not returnable_by(by, fresh).filter(pk=row.pk).exists():
            raise Refused(OWN_AGENCY_ONLY)
        if opened_at and opened_at != row.answer_code:
            raise Overtaken(row)
        if not row.may_still_come:
            raise NotNow([CAME_ALREADY])
        if row.has_come != agency_return.has_come:  # it came, and was opened again, meanwhile
            raise Overtaken(row)
        author_id = author.pk if author else person_of(by) if owns(by, row) else None
        if author_id is None:
            raise NotNow([WHO_WROTE_IT])
        if row.has_come:
            _keep_earlier(row, by, on)
        with_timeline = state == ReturnState.RETURNED
        row.state, row.returned_on, row.author_id = state, on, author_id
        row.was_involved, row.involvement = was_involved, involvement
        row.searched, row.missing, row.reason = searched, missing, ""
        row.entries = entries if with_timeline else None
        for name, text in (
            ("background", background),
            ("analysis", analysis),
            ("good_practice", good_practice),
            ("recommendations", recommendations),
        ):
            setattr(row, name, text if with_timeline else "")
        row.signed_off_by = row.signed_off_on = None
        row.save()
        act.details["version"] = row.version
        if kind is TIMELINE_RETURNED:
            part = row.agency.code
            wanted_by(row)  # also where nobody expected it any more
            deadlines.reach(fresh.timetable, Milestone.AGENCY_RETURNED, on, part=part)
    return row


def _keep_earlier(row: AgencyReturn, by: Any, on: dt.date) -> None:
    """What was returned before stays, with the reason for which it was opened."""
    EarlierReturn.objects.create(
        agency_return=row,
        version=row.version,
        corrected_on=on,
        corrected_why=row.unlocked_why,
        recorded_by=by,
        **{name: getattr(row, name) for name in COVER},
    )
    row.version += 1
    row.unlocked_on, row.unlocked_why = None, ""


def owns(user: Any, row: AgencyReturn) -> bool:
    """Whether somebody speaks for the agency whose return it is."""
    return owned_by(user).filter(pk=row.pk).exists()


def locked(row: AgencyReturn) -> AgencyReturn:
    """The fresh row, locked after its review."""
    return (
        AgencyReturn.objects.select_for_update(of=("self",), no_key=True)
        .select_related("agency", "review__timetable")
        .get(pk=row.pk)
    )


def waive_return(
    review: Review,
    *,
    by: Any,
    on: dt.date,
    agency_return: AgencyReturn,
    state: str,
    why: str,
    **words: Any,
) -> AgencyReturn:
    """Waive an agency's timeline, or go on without one that is still expected."""
    act = Act(details={"state": state}).about(agency_return)
    with deed(
        review, RETURN_WAIVED, by=by, on=on, not_before=agency_return.asked_on, act=act, **words
    ) as fresh:
        row = locked(agency_return)
        if not row.is_open:
            raise NotNow([NO_LONGER_OPEN])
        row.state, row.reason = state, why
        row.save(update_fields=["state", "reason"])
        # Nothing waits for it any more, so nothing is late.
        deadlines.unreach(fresh.timetable, Milestone.AGENCY_DUE, part=row.agency.code)
    return row


def extend_return(
    review: Review,
    *,
    by: Any,
    on: dt.date,
    agency_return: AgencyReturn,
    until_on: dt.date,
    why: str,
    decided_by: Person | None = None,
    **words: Any,
) -> AgencyReturn:
    """Give an agency more time: until when, why, and who agreed."""
    act = Act(details={"until": until_on.isoformat()}).about(agency_return)
    with deed(
        review,
        RETURN_EXTENDED,
        by=by,
        on=on,
        decided_by=decided_by,
        not_before=agency_return.asked_on,
        act=act,
        **words,
    ):
        row = locked(agency_return)
        if not row.is_open:
            raise NotNow([NO_LONGER_OPEN])
        if until_on <= row.due_on:
            raise NotNow([NOT_LATER])
        ReturnExtension.objects.create(
            agency_return=row,
            due_before_on=row.due_on,
            until_on=until_on,
            reason=why,
            agreed_on=on,
            agreed_by=decided_by or by.person,
            recorded_by=by,
        )
        row.due_on = until_on
        row.save(update_fields=["due_on"])
        wanted_by(row)
    return row


def release_timelines(review: Review, *, by: Any, on: dt.date, **words: Any) -> Review:
    """Release the timelines: from now on everybody who may read the case reads every one.

    Where the learning event was held first, the review stays at the stage that it has reached.
    """
    stage = Review.objects.values_list("stage", flat=True).get(pk=review.pk)
    if stage in (Stage.PANEL, Stage.TIMELINES):
        with advance(
            review,
            TIMELINES_RELEASED,
            by=by,
            on=on,
            reached=[Milestone.TIMELINES_RELEASED],
            **words,
        ) as fresh:
            emails.released(fresh, on)
        return fresh
    with deed(review, TIMELINES_RELEASED, by=by, on=on, **words) as fresh:
        deadlines.reach(fresh.timetable, Milestone.TIMELINES_RELEASED, on)
        emails.released(fresh, on)
    return fresh
