"""Answering the criteria, and keeping what was chosen beside what they suggested."""

import datetime as dt
from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext_lazy as _

from common import clock
from common.deeds import Act, NotNow, Obstacle
from reviews.criteria.deeds import ANSWER_CRITERIA
from reviews.criteria.suggestion import suggested
from reviews.door import deed
from reviews.models import CriteriaAnswer, CriteriaCheck, Happened, Permanence, Review
from reviews.versions import check_version

DIFFERS = Obstacle(
    "differs_from_criteria",
    _("This is not what the criteria suggest. Say why; both are kept."),
)
LOOK_AGAIN = Obstacle(
    "look_again", _("Give the day on which to look again whether the impairment is permanent.")
)
HISTORIC_WHY = Obstacle("historic_why", _("Say why a historic review is considered."))


def answer_criteria(
    review: Review,
    *,
    by: Any,
    on: dt.date,
    abuse: str = "",
    abuse_kinds: Sequence[str] = (),
    happened: str = "",
    event_on: dt.date | None = None,
    identified_on: dt.date | None = None,
    permanence: str = "",
    look_again_on: dt.date | None = None,
    is_historic: bool = False,
    historic_why: str = "",
    version: int = 0,
    **words: Any,
) -> CriteriaCheck:
    """Answer the criteria limb by limb, in place of the answers that stand (reg. 4(3)).

    Permanence that is not yet known has a day for the next look, which comes to the desk.
    """
    if happened != Happened.IMPAIRMENT:
        permanence, identified_on = "", None
    if permanence != Permanence.NOT_YET_KNOWN:
        look_again_on = None
    elif look_again_on is None:
        raise NotNow([LOOK_AGAIN])
    if is_historic and not historic_why:
        raise NotNow([HISTORIC_WHY])
    act = Act()
    with deed(review, ANSWER_CRITERIA, by=by, on=on, act=act, **words) as fresh:
        row = CriteriaCheck.objects.filter(review=fresh).first() or CriteriaCheck(
            review=fresh, version=0
        )
        check_version(version, row.version, row)
        row.version += 1
        row.abuse, row.abuse_kinds, row.happened = abuse, list(abuse_kinds), happened
        row.event_on, row.identified_on = event_on, identified_on
        row.permanence, row.look_again_on = permanence, look_again_on
        row.is_historic, row.historic_why = is_historic, historic_why if is_historic else ""
        row.answered_on, row.answered_at, row.answered_by = on, clock.now(), by
        row.save()
        act.about(row)
    return row


def keep_choice(
    review: Review, *, by: Any, on: dt.date, course: str, why: str = ""
) -> CriteriaAnswer | None:
    """Keep what was chosen beside what the criteria suggest; where they differ, why.

    A step of the deed that recommends, in its transaction. While the criteria suggest nothing,
    nothing is asked and nothing kept. Raises NotNow where they differ and nobody says why.
    """
    suggestion = suggested(review)
    if suggestion is None:
        return None
    differs = not suggestion.agrees_with(course)
    if differs and not why.strip():
        raise NotNow([DIFFERS])
    return CriteriaAnswer.objects.create(
        review=review,
        suggested=suggestion.course,
        chosen=course,
        differs=differs,
        why=why if differs else "",
        on=on,
        recorded_by=by,
    )
