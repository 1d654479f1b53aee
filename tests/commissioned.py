"""A concise review with its panel, walked there through the real services."""

import datetime as dt

from boards.models import Board
from reviews.capacities import Capacity
from reviews.children.services import add_child, record_voice
from reviews.decision.services import decide
from reviews.models import Course, Reply, Review, Source, Voice, Vote
from reviews.people.services import appoint
from reviews.recommendation.services import recommend
from reviews.referral.services import forward, log_referral

REFERRED = dt.date(2026, 1, 5)
DECIDED = dt.date(2026, 1, 19)
APPOINTED = dt.date(2026, 1, 20)


def fresh(review: Review) -> Review:
    return Review.objects.select_related("board", "timetable").get(pk=review.pk)


def commissioned(board: Board, *, coordinator, subgroup_chair, board_chair, appointments) -> Review:
    """At the panel stage; `appointments` are (user, capacity, agency)."""
    review = log_referral(
        board, by=coordinator, on=REFERRED, source=Source.EMAIL, sentence="A sentence."
    )
    forward(review, by=coordinator, on=REFERRED)
    child = add_child(fresh(review), by=coordinator, on=REFERRED, pseudonym="Child A")
    recommend(
        fresh(review),
        by=subgroup_chair,
        on=DECIDED,
        course=Course.CONCISE,
        vote=Vote.UNANIMOUS,
        outline="What happened.",
        rationale="Why a review.",
        period_from_on=dt.date(2025, 1, 1),
        period_until_on=dt.date(2025, 12, 31),
        period_why="The year before.",
    )
    decide(
        fresh(review), by=board_chair, on=DECIDED, reply=Reply.AGREE, reason="It had begun before."
    )
    for user, capacity, agency in appointments:
        appoint(
            fresh(review),
            by=coordinator,
            on=APPOINTED,
            person=user.person,
            capacity=capacity,
            agency=agency,
        )
    record_voice(fresh(review), by=coordinator, on=APPOINTED, child=child, voice=Voice.SPOKEN_TO)
    return fresh(review)


USUAL_APPOINTMENTS = (
    ("panel_chair", Capacity.PANEL_CHAIR),
    ("reviewer", Capacity.REVIEWER),
    ("panel_member", Capacity.PANEL_MEMBER),
)
