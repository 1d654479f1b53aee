"""Two referrals about the same child become one case; each keeps its day, source and referrer."""

import datetime as dt
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from common.deeds import Act, NotNow, Obstacle
from reviews.door import advance, deed
from reviews.models import Ending, JoinedReferral, Review
from reviews.referral.deeds import JOIN_CASE, JOIN_REFERRAL
from reviews.referral.services import REFERRER

NOT_THAT_CASE = Obstacle(
    "not_that_case", _("Choose another case of the same board that is still running.")
)


def join_referral(
    review: Review,
    *,
    by: Any,
    on: dt.date,
    received_on: dt.date,
    source: str,
    sentence: str,
    former: Review | None = None,
    **words: Any,
) -> JoinedReferral:
    """Keep a further referral about the same child on the case that is open already.

    `former` is the case that the referral had become by itself; see `join_case`.
    """
    known = {name: words.pop(name) for name in REFERRER if name in words}
    act = Act()
    with deed(review, JOIN_REFERRAL, by=by, on=on, act=act, **words) as fresh:
        row: JoinedReferral = JoinedReferral.objects.create(
            review=fresh,
            former=former,
            received_on=received_on,
            source=source,
            sentence=sentence,
            joined_on=on,
            recorded_by=by,
            **known,
        )
        act.about(row)
    return row


@transaction.atomic
def join_case(
    review: Review, *, by: Any, on: dt.date, to: Review, reasons: str = "", **words: Any
) -> JoinedReferral:
    """End a case that was logged twice: its referral joins the other one, under its own reference.

    Both rows are locked in one order, so that two people joining two cases to each other wait for
    one another instead of both winning.
    """
    pair = Review.objects.select_for_update(of=("self",), no_key=True).filter(
        pk__in=[review.pk, to.pk]
    )
    found = {each.pk: each for each in pair.order_by("pk")}
    survivor = found[to.pk]
    if survivor.pk == review.pk or survivor.board_id != review.board_id:
        raise NotNow([NOT_THAT_CASE])
    if not survivor.is_running:
        raise NotNow([NOT_THAT_CASE])
    with advance(review, JOIN_CASE, by=by, on=on, **words) as fresh:
        came = fresh.referral
        # What had been joined to this case before goes along.
        JoinedReferral.objects.filter(review=fresh).update(review=survivor)
        Ending.objects.create(review=fresh, on=on, reasons=reasons)
        return join_referral(
            survivor,
            by=by,
            on=on,
            received_on=came.received_on,
            source=came.source,
            sentence=came.sentence,
            former=fresh,
            **{name: getattr(came, name) for name in REFERRER},
        )
