"""The sub-group recommends to the Board Chair (§5.6; Annex 2)."""

import datetime as dt
from typing import Any

from boards.models import Person
from guidance.milestones import Milestone
from reviews.criteria.services import keep_choice
from reviews.deciding import decider
from reviews.deeds import RECOMMEND
from reviews.door import advance
from reviews.models import Recommendation, Review
from reviews.recommendation import emails


def recommend(
    review: Review,
    *,
    by: Any,
    on: dt.date,
    course: str,
    vote: str,
    outline: str,
    rationale: str,
    dissent: str = "",
    period_from_on: dt.date | None = None,
    period_until_on: dt.date | None = None,
    period_why: str = "",
    criteria_why: str = "",
    decided_by: Person | None = None,
    **words: Any,
) -> Review:
    """Recommend a course with its vote, outline and rationale; a review also needs its period.

    A course other than what the criteria suggest needs `criteria_why`; both are kept.
    """
    with advance(
        review,
        RECOMMEND,
        by=by,
        on=on,
        reached=[Milestone.RECOMMENDED],
        decided_by=decided_by,
        details={"course": course, "vote": vote},
        **words,
    ) as fresh:
        Recommendation.objects.create(
            review=fresh,
            course=course,
            vote=vote,
            dissent=dissent,
            outline=outline,
            rationale=rationale,
            period_from_on=period_from_on,
            period_until_on=period_until_on,
            period_why=period_why,
            recommended_on=on,
            recommended_by=decider(by, decided_by),
            recorded_by=by,
        )
        keep_choice(fresh, by=by, on=on, course=course, why=criteria_why)
        emails.recommended(fresh, on)
    return fresh
