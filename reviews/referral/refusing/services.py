"""A referral from the public page is refused by two people, and its writer is told why."""

import datetime as dt
from typing import Any

from django.utils.translation import gettext_lazy as _

from boards.models.invitation import hash_of, new_token
from common import clock
from common.deeds import Act, NotNow, Obstacle
from reviews import board_door
from reviews.models import PublicReferral, PublicState, Refusal
from reviews.referral.deeds import KEEP, PROPOSE_REFUSAL, SET_ASIDE
from reviews.referral.incoming.answering import locked_to_answer, settle
from reviews.referral.public import emails
from reviews.referral.public.services import LIFETIME

TWO_PEOPLE = Obstacle(
    "two_people",
    _("You proposed this yourself. Somebody else who logs referrals for the board has to agree."),
    is_impossible=True,
)
NOT_PROPOSED = Obstacle(
    "not_proposed", _("Nobody proposes to refuse this referral any more."), is_impossible=True
)
WHY = Obstacle("why_refused", _("Say why the referral is not taken further."))


def propose_refusal(
    incoming: PublicReferral,
    *,
    by: Any,
    on: dt.date,
    refusal: str,
    note: str,
    acts: int | None = None,
) -> PublicReferral:
    """One person proposes it. Nothing is told to the writer before a second one agrees."""
    if refusal not in Refusal.values or not note.strip():
        raise NotNow([WHY])
    act = Act()
    with board_door.door.deed(incoming.board, PROPOSE_REFUSAL, by=by, on=on, act=act):
        fresh = locked_to_answer(incoming, acts)
        fresh.refusal, fresh.note = refusal, note
        fresh.proposed_by, fresh.proposed_on = by, on
        fresh.acts += 1
        fresh.save()
        act.about(fresh)
    return fresh


def set_aside(
    incoming: PublicReferral, *, by: Any, on: dt.date, acts: int | None = None
) -> PublicReferral:
    """The second person agrees: it is refused, and its writer has a link to the reason."""
    act = Act()
    with board_door.door.deed(incoming.board, SET_ASIDE, by=by, on=on, act=act):
        fresh, token = locked_to_answer(incoming, acts), new_token()
        if fresh.proposed_by_id is None:
            raise NotNow([NOT_PROPOSED])
        if fresh.proposed_by_id == by.pk:
            raise NotNow([TWO_PEOPLE])
        fresh.token_hash, fresh.expires_at = hash_of(token), clock.now() + LIFETIME
        settle(fresh, PublicState.SET_ASIDE, by=by, on=on)
        emails.set_aside(fresh, token)
        act.about(fresh)
    return fresh


def keep(
    incoming: PublicReferral, *, by: Any, on: dt.date, acts: int | None = None
) -> PublicReferral:
    """The second person does not agree, or the first thinks better of it: it waits as before."""
    act = Act()
    with board_door.door.deed(incoming.board, KEEP, by=by, on=on, act=act):
        fresh = locked_to_answer(incoming, acts)
        if fresh.proposed_by_id is None:
            raise NotNow([NOT_PROPOSED])
        fresh.forget_refusal()
        fresh.acts += 1
        fresh.save()
        act.about(fresh)
    return fresh
