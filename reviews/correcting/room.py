"""The room of the record, and what the spine's own moves had written."""

import datetime as dt
from collections.abc import Iterator
from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from common.deeds import Deed, Obstacle
from guidance.milestones import Milestone
from reviews.confirming.room import turns
from reviews.correcting.deeds import CORRECT_DAY, UNDO
from reviews.correcting.told import goes_back
from reviews.correcting.undoing import in_the_way
from reviews.models import Notice, Review
from reviews.rooms import Part, Room, register

DECIDING = ("commission", "put_to_board", "end_without_review", "hold_forum", "let_another_lead")
ENDING = ("close", "transfer", "discontinue", "convert")


def obstacles(review: Review, kind: Deed, on: dt.date) -> Iterator[Obstacle]:
    if kind is UNDO:
        yield from in_the_way(review)


def undone(review: Review, move: str, on: dt.date) -> Iterator[models.Model]:
    """The recommendation with its agencies and what the criteria had suggested, the Chair's answer
    with its amendments, the end. What the sub-group had gathered before (its draft, the agencies'
    answers, deferrals, meetings) stays: it is used when the recommendation is made again.
    """
    if move == "recommend" and hasattr(review, "recommendation"):
        yield from review.involved_agencies.all()
        yield from review.criteria_answers.all()
        yield review.recommendation
    if move in DECIDING:
        if move == "put_to_board" and hasattr(review, "board_discussion"):
            yield review.board_discussion
        last = review.decisions.last()
        if last:
            yield from last.amendments.all()
            yield last
        if move != "put_to_board":  # they are told anew, once there is another outcome
            yield from review.referrers_told.all()
    if move == "commission":
        yield from review.kind_changes.all()
    if move in ENDING and hasattr(review, "ending"):
        yield review.ending


def rests(review: Review, move: str, on: dt.date) -> Iterator[Any]:
    """What has begun since. A notice that went out is no hindrance: it is marked."""
    if move == "commission" and review.appointments.filter(until_on=None).exists():
        yield _("There are people appointed to the review. End their appointments first.")


def dated(review: Review, milestone: str) -> Iterator[tuple[models.Model, str]]:
    """The rows of the first stages that carry a day themselves."""
    single = {
        Milestone.REFERRED: ("referral", "received_on"),
        Milestone.RECOMMENDED: ("recommendation", "recommended_on"),
        Milestone.CLOSED: ("ending", "on"),
    }.get(Milestone(milestone))
    if single and hasattr(review, single[0]):
        yield getattr(review, single[0]), single[1]
    if milestone == Milestone.DECIDED:
        for row in review.decisions.exclude(reply="disagree"):
            yield row, "decided_on"
    about = {
        Milestone.WG_TOLD_OF_RECOMMENDATION: Notice.About.RECOMMENDATION,
        Milestone.WG_TOLD_OF_OUTCOME: Notice.About.OUTCOME,
    }.get(Milestone(milestone))
    if about:
        for notice in review.notices.filter(about=about, undone_by=None):
            yield notice, "sent_on"


register(
    Room(
        "record",
        _("Corrections"),
        "reviews:record",
        95,
        Part.RECORD,
        obstacles=obstacles,
        turns=turns,
        deeds=(CORRECT_DAY, UNDO),
        undone=undone,
        rests=rests,
        goes_back=goes_back,
        dated=dated,
    )
)
