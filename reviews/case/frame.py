"""The frame around every page of a case: identity bar, journey bar, side navigation."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.functional import Promise

from common import clock
from reviews import journey
from reviews.case.telling import capacity_label
from reviews.journey import Stage
from reviews.models import Review, StageChange
from reviews.permissions import May
from reviews.rooms import State, in_order
from reviews.standing import Standing, standing_of

# The journey bar: the usual order, with the Board's discussion inside the decision.
BAR = journey.USUAL_ORDER


@dataclass(frozen=True)
class Step:
    """One stage on the journey bar; `state` is done, now or ahead."""

    label: str | Promise
    state: str
    on: dt.date | None = None


@dataclass(frozen=True)
class Link:
    """One room in the side navigation."""

    label: str | Promise
    url: str
    is_here: bool
    state: State | None


def frame(review: Review, user: Any, room: str) -> dict[str, Any]:
    """Context for the case template. A handful of queries, however much the case holds."""
    standing = standing_of(user, review)
    return {
        "review": review,
        "standing": standing,
        "today": clock.today(),
        "read_as": read_as(standing),
        "steps": steps(review),
        "links": links(review, user, standing, room),
        "pseudonyms": [child.pseudonym for child in review.subjects.all()],
    }


def read_as(standing: Standing) -> str:
    """The office or appointment in which the reader reads, in words."""
    return capacity_label(standing.capacity(May.VIEW))


def steps(review: Review) -> list[Step]:
    """The journey so far and what lies ahead; an end off the usual road closes the bar."""
    changes = StageChange.objects.filter(review=review).order_by("pk")
    left_on = {change.from_stage: change.on for change in changes}
    here = Stage.DECISION if review.stage == Stage.BOARD_DISCUSSION else Stage(review.stage)
    if here in BAR:
        at = BAR.index(here)
        ahead = BAR[at + 1 :]
        done = BAR[:at]
    else:
        done, ahead = tuple(stage for stage in BAR if stage in left_on), ()
    ended = not review.is_running
    return [
        *(Step(stage.label, "done", left_on.get(stage)) for stage in done),
        Step(review.stage_label, "done" if ended else "now", review.stage_since),
        *(Step(stage.label, "ahead") for stage in ahead),
    ]


def links(review: Review, user: Any, standing: Standing, here: str) -> list[Link]:
    return [
        Link(
            room.label,
            reverse(room.url_name, args=[review.slug]),
            room.code == here,
            room.states([review], user).get(review.pk),
        )
        for room in in_order()
        if standing.may(room.may)
    ]
