"""Asking agencies what they know before the sub-group recommends, and what they answer."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext_lazy as _

from boards.models import Agency, Person
from common import clock
from common.deeds import Act, NotNow, Obstacle, Overtaken, person_of
from reviews.door import deed
from reviews.models import Channel, Review, ScopingReturn, ScopingState
from reviews.scoping import emails
from reviews.scoping.door import door
from reviews.scoping.querysets import not_yet_asked
from reviews.subgroup.deeds import ANSWER_SCOPING, ASK_SCOPING

NO_AGENCY = Obstacle("no_agency", _("Choose at least one agency."))
ASKED_ALREADY = Obstacle(
    "asked_already", _("Somebody has asked one of these agencies in the meantime.")
)
WHO_ANSWERED = Obstacle("who_answered", _("Enter who answered for the agency."))
WHAT_THEY_KNOW = Obstacle("what_they_know", _("Say what contact the agency had."))


def ask_agencies(
    review: Review,
    *,
    by: Any,
    on: dt.date,
    agencies: Mapping[Agency, Person | None],
    due_on: dt.date,
    period_from_on: dt.date | None = None,
    period_until_on: dt.date | None = None,
    **words: Any,
) -> list[ScopingReturn]:
    """Ask agencies, each through one person or, without one, by telephone.

    The person gets a mail with the reference and a link, and answers on a page of their own.
    """
    if not agencies:
        raise NotNow([NO_AGENCY])
    with deed(
        review, ASK_SCOPING, by=by, on=on, details={"count": len(agencies)}, **words
    ) as fresh:
        free = set(not_yet_asked(fresh).values_list("pk", flat=True))
        if any(agency.pk not in free for agency in agencies):
            raise NotNow([ASKED_ALREADY])
        rows = [
            ScopingReturn.objects.create(
                review=fresh,
                agency=agency,
                asked_of=person,
                asked_on=on,
                due_on=due_on,
                period_from_on=period_from_on,
                period_until_on=period_until_on,
                recorded_by=by,
            )
            for agency, person in agencies.items()
        ]
        for row in rows:
            emails.asked(row, on)
    return rows


def answer(
    row: ScopingReturn,
    *,
    by: Any,
    on: dt.date,
    state: str,
    contact: str = "",
    register: str = "",
    proceedings: str = "",
    actions: str = "",
    who_can_say: str = "",
    channel: str = Channel.PAGE,
    answered_by: str = "",
    opened_at: str = "",
    **words: Any,
) -> ScopingReturn:
    """Answer for the agency that one speaks for, or record what it said by telephone or e-mail.

    `opened_at` is the state when the form was opened.
    """
    with door.deed(
        row,
        ANSWER_SCOPING,
        by=by,
        on=on,
        not_before=row.asked_on,
        act=Act(details={"state": state}).about(row),
        **words,
    ) as fresh:
        if opened_at and opened_at != fresh.state:
            raise Overtaken(fresh)
        is_own = fresh.asked_of_id is not None and fresh.asked_of_id == person_of(by)
        came = state != ScopingState.NOT_ANSWERED
        who = by.person.name if is_own else answered_by
        if came and not who:
            raise NotNow([WHO_ANSWERED])
        if state == ScopingState.ANSWERED and not contact:
            raise NotNow([WHAT_THEY_KNOW])
        fresh.state = state
        fresh.contact, fresh.register, fresh.proceedings = contact, register, proceedings
        fresh.actions, fresh.who_can_say = actions, who_can_say
        fresh.channel = channel if came else ""
        fresh.answered_on, fresh.answered_by = (on, who) if came else (None, "")
        fresh.recorded_at, fresh.recorded_by = clock.now(), by
        fresh.save()
        if is_own:
            emails.answered(fresh, on)
    return fresh
