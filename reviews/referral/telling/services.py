"""The referrer is told the outcome, in their language; unknown means both, Welsh first."""

import datetime as dt
from typing import Any

from django.utils.translation import gettext_lazy as _

from common.deeds import Act, NotNow, Obstacle
from reviews.door import deed
from reviews.models import JoinedReferral, Manner, ReferrerTold, Review
from reviews.referral.deeds import TELL_REFERRER
from reviews.referral.telling import emails
from reviews.referral.telling.words import drafted, untold

TOLD_ALREADY = Obstacle("told_already", _("It is recorded already that this referrer was told."))
NO_ADDRESS = Obstacle(
    "no_address",
    _(
        "No e-mail address of the referrer is recorded. Complete the referral, or tell them another"
        " way."
    ),
)
SAY_WHY_NOT = Obstacle("why_not_told", _("Say why the referrer cannot be told."))


def tell_referrer(
    review: Review,
    *,
    by: Any,
    on: dt.date,
    manner: str,
    joined: JoinedReferral | None = None,
    note: str = "",
    **words: Any,
) -> ReferrerTold:
    """Send the drafted message, or record that the referrer was told it another way."""
    act = Act(details={"manner": manner})
    with deed(review, TELL_REFERRER, by=by, on=on, act=act, **words) as fresh:
        whom = next((each for each in untold(fresh) if each.joined == joined), None)
        if whom is None:
            raise NotNow([TOLD_ALREADY])
        if manner == Manner.EMAIL and not whom.email:
            raise NotNow([NO_ADDRESS])
        if manner == Manner.NOT_TOLD and not note.strip():
            raise NotNow([SAY_WHY_NOT])
        row: ReferrerTold = ReferrerTold.objects.create(
            review=fresh,
            joined=joined,
            manner=manner,
            words="" if manner == Manner.NOT_TOLD else drafted(fresh, whom.language),
            note=note,
            told_on=on,
            recorded_by=by,
        )
        act.about(row)
        if manner == Manner.EMAIL:
            emails.told(fresh, row, whom.email, whom.language)
    return row
