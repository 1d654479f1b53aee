"""What becomes of a referral from the public page: a case, part of one, a question, or nothing.

Each is a deed to the board, whose row is locked: of two co-ordinators the second learns what the
first did.
"""

import datetime as dt
from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext_lazy as _

from boards.models.invitation import hash_of, new_token
from common import clock
from common.clock import WALES
from common.deeds import Act, NotNow, Obstacle
from reviews import board_door
from reviews.models import (
    EarlyAction,
    EarlyActionKind,
    JoinedReferral,
    PublicReferral,
    PublicState,
    Review,
    Source,
)
from reviews.referral.deeds import ACCEPT, RETURN
from reviews.referral.incoming.answering import locked_to_answer, settle
from reviews.referral.incoming.household import keep_household
from reviews.referral.joining.services import NOT_THAT_CASE, join_referral
from reviews.referral.public import emails
from reviews.referral.public.answers import Wanted, as_facts
from reviews.referral.public.files import become_papers
from reviews.referral.public.household import named_in
from reviews.referral.public.services import LIFETIME, sent_answers_of
from reviews.referral.services import REFERRER, log_referral

WHAT_IS_WANTED = Obstacle("what_is_wanted", _("Select at least one answer that is missing."))


def accept(
    incoming: PublicReferral,
    *,
    by: Any,
    on: dt.date,
    sentence: str,
    titles: Sequence[str] = (),
    acts: int | None = None,
    **texts: str,
) -> Review:
    """Open a case from it, dated the day it was sent. `sentence`, the `texts` and the `titles` of
    its files are as the person who accepts has read them over: no names stand in them."""
    act = Act()
    with board_door.door.deed(incoming.board, ACCEPT, by=by, on=on, act=act) as board:
        fresh = locked_to_answer(incoming, acts)
        safeguarding = texts.pop("safeguarding", "")
        answers = sent_answers_of(fresh)
        facts = as_facts(answers) | texts
        review = log_referral(
            board,
            by=by,
            on=sent_on(fresh),
            source=Source.FORM,
            sentence=sentence,
            child_name=facts.pop("child_name", ""),
            born_on=facts.pop("born_on", ""),
            more=facts | _writer(fresh),
        )
        if safeguarding:
            EarlyAction.objects.create(
                review=review,
                kind=EarlyActionKind.SAFEGUARDING,
                what=safeguarding,
                other_agency=facts.get("referrer_agency") or fresh.email,
                done_on=sent_on(fresh),
                recorded_by=by,
            )
        keep_household(review, named_in(answers), by=by)
        become_papers(fresh, review, titles=titles, by=by)
        settle(fresh, PublicState.ACCEPTED, by=by, on=on, review=review)
        emails.accepted(fresh, str(review.reference))
        act.about(fresh)
        act.review = review.pk
    return review


def accept_into(
    incoming: PublicReferral,
    *,
    by: Any,
    on: dt.date,
    to: Review,
    sentence: str,
    titles: Sequence[str] = (),
    acts: int | None = None,
) -> JoinedReferral:
    """Join it to a case of the same child that is open already. Its files become papers of that
    case; whom it names is known there, or is recorded there by hand."""
    if to.board_id != incoming.board_id:
        raise NotNow([NOT_THAT_CASE])
    act = Act()
    with board_door.door.deed(incoming.board, ACCEPT, by=by, on=on, act=act):
        fresh = locked_to_answer(incoming, acts)
        facts = as_facts(sent_answers_of(fresh)) | _writer(fresh)
        row = join_referral(
            to,
            by=by,
            on=on,
            received_on=sent_on(fresh),
            source=Source.FORM,
            sentence=sentence,
            **{name: facts[name] for name in REFERRER if name in facts},
        )
        become_papers(fresh, to, titles=titles, by=by)
        settle(fresh, PublicState.ACCEPTED, by=by, on=on, review=to)
        emails.accepted(fresh, str(to.reference))
        act.about(fresh)
        act.review = to.pk
    return row


def ask_for_more(
    incoming: PublicReferral, *, by: Any, on: dt.date, wanted: list[str], acts: int | None = None
) -> PublicReferral:
    """Send it back with the names of the answers that are missing, and a new link. It may be asked
    again, where nobody answered or more is missing."""
    known = [each for each in wanted if each in Wanted.values]
    if not known:
        raise NotNow([WHAT_IS_WANTED])
    act = Act()
    with board_door.door.deed(incoming.board, RETURN, by=by, on=on, act=act):
        fresh, token = locked_to_answer(incoming, acts), new_token()
        fresh.wanted, fresh.token_hash = known, hash_of(token)
        fresh.expires_at = clock.now() + LIFETIME
        settle(fresh, PublicState.RETURNED, by=by, on=on)
        emails.more_wanted(fresh, token, [Wanted(each).label for each in known])
        act.about(fresh)
    return fresh


def _writer(fresh: PublicReferral) -> dict[str, str]:
    return {"referrer_email": fresh.email, "referrer_language": fresh.language}


def sent_on(incoming: PublicReferral) -> dt.date:
    """The day on which it came to the board."""
    assert incoming.sent_at is not None  # a constraint: sent before it is settled
    return incoming.sent_at.astimezone(WALES).date()
