"""The registry: what each room says of reviews to the case page, the list, the desk and the door.

A room's `room.py` registers one `Room`. Its functions are set-based: one or two queries however
many reviews. Nothing else knows which rooms there are.
"""

import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from common.deeds import Deed, Obstacle, Sentence
from common.rights import Right
from deadlines.services import SetDay
from reviews.models import Correction, Review
from reviews.permissions import May
from reviews.standing import Standing


@dataclass(frozen=True, eq=False)
class State:
    """How a room stands for one review, in a word or two; `tone` is '', done, soon or late."""

    word: Sentence
    tone: str = ""


@dataclass(frozen=True, eq=False)
class Turn:
    """Something somebody has to do: it stands on their desk, and on others' as waited for.

    `sentence` begins with the verb ("Decide"); the desk puts the reference beside it. `may` is the
    right that does it; `agency_id` or `person_id` narrow it to their people. `kind` is the deed, if
    it is one deed: the case page then says what is still missing. `rank` orders what happens next.
    `limit` is the rule, or the board's own target, by whose day it is due (see `reviews.turns`).
    """

    review: Review
    sentence: Sentence
    url: str
    may: Right
    since: dt.date
    due_on: dt.date | None = None
    kind: Deed | None = None
    agency_id: int | None = None
    person_id: int | None = None
    rank: int = 0
    limit: str = ""

    def is_for(self, standing: Standing) -> bool:
        """Whether it is this person's turn."""
        if self.person_id is not None:
            return self.person_id == standing.person_id
        if not standing.may(self.may):
            return False
        return self.agency_id is None or self.agency_id in standing.agency_ids


@dataclass(frozen=True, eq=False)
class Errand:
    """Something that waits for this reader before there is a case, such as a referral from the
    public page. `reference` is what it is known by meanwhile."""

    reference: str
    sentence: Sentence
    url: str
    since: dt.date
    due_on: dt.date | None = None


def no_states(reviews: Sequence[Review], user: Any) -> dict[int, State]:
    return {}


def no_obstacles(review: Review, kind: Deed, on: dt.date) -> Iterable[Obstacle]:
    return ()


def nothing_alone(review: Review, kind: Deed, on: dt.date, by: Any) -> Iterable[Obstacle]:
    """Most deeds want one person."""
    return ()


def nothing_after(review: Review, kind: Deed, on: dt.date) -> None:
    """Most rooms do nothing when another room's deed has moved the review."""


def no_turns(reviews: Sequence[Review], user: Any, on: dt.date) -> Iterable[Turn]:
    return ()


def no_errands(user: Any, on: dt.date) -> Iterable[Errand]:
    return ()


def nothing_written(review: Review, move: str, on: dt.date) -> Iterable[models.Model]:
    return ()


def nothing_rests(review: Review, move: str, on: dt.date) -> Iterable[Sentence]:
    return ()


def nothing_goes_back(review: Review, move: str, correction: Correction) -> None:
    """Most rooms have only rows to take back."""


def nothing_set(reviews: Sequence[Review]) -> Iterable[SetDay]:
    """Most rooms set no day of their own."""
    return ()


def nothing_done(review: Review) -> Mapping[str, dt.date]:
    return {}


def nothing_dated(review: Review, milestone: str) -> Iterable[tuple[models.Model, str]]:
    return ()


class Part(models.TextChoices):
    """The part of the side navigation in which a room stands, in the order shown."""

    TOP = "", ""
    CASE = "case", _("The case")
    DECISION = "decision", _("The decision")
    REVIEW = "review", _("The review")
    RECORD = "record", _("Papers and record")


@dataclass(frozen=True, eq=False)
class Room:
    """A room of the case: its place in the side navigation and its three answers.

    `alone` says what stands against a deed that wants two people, if this one does it. `deeds` are
    offered on its page. `turns` is given the reviews in which the reader has a part; it
    may add what is theirs alone in another review (an action, a return). `after` is called, in the
    same transaction, once any deed has moved the review: a room tells those whom it knows.
    `errands` belong to no review yet.

    `belongs_to` is the stage whose matter it is: of a review taken on later it says so and does not
    call it missing. For a move that is to be undone, `undone` names the rows it had written in this
    room, and `rests` says what has been done since that rests on it; each is given the move and its
    day. `goes_back` is called when it is undone: there a room gives back what the move had changed
    in rows that stay. `dated` names the rows that carry the day of a milestone themselves, each
    with its field: a correction moves both. `set_days` are the days that its rows set for
    something still to be done: after every deed they are what people are reminded of. `done` names
    the errands of the plan (guidance.planning) that the room's own facts show done, each with its
    day.
    """

    code: str
    label: Sentence
    url_name: str
    order: int
    part: Part = Part.REVIEW
    may: May = May.VIEW
    states: Callable[[Sequence[Review], Any], dict[int, State]] = no_states
    obstacles: Callable[[Review, Deed, dt.date], Iterable[Obstacle]] = no_obstacles
    alone: Callable[[Review, Deed, dt.date, Any], Iterable[Obstacle]] = nothing_alone
    turns: Callable[[Sequence[Review], Any, dt.date], Iterable[Turn]] = no_turns
    errands: Callable[[Any, dt.date], Iterable[Errand]] = no_errands
    deeds: tuple[Deed, ...] = field(default=())
    after: Callable[[Review, Deed, dt.date], None] = nothing_after
    belongs_to: str = ""
    undone: Callable[[Review, str, dt.date], Iterable[models.Model]] = nothing_written
    rests: Callable[[Review, str, dt.date], Iterable[Sentence]] = nothing_rests
    goes_back: Callable[[Review, str, Correction], None] = nothing_goes_back
    dated: Callable[[Review, str], Iterable[tuple[models.Model, str]]] = nothing_dated
    set_days: Callable[[Sequence[Review]], Iterable[SetDay]] = nothing_set
    done: Callable[[Review], Mapping[str, dt.date]] = nothing_done


ROOMS: dict[str, Room] = {}


def register(room: Room) -> Room:
    ROOMS[room.code] = room
    return room


def in_order() -> list[Room]:
    """Along the journey."""
    return sorted(ROOMS.values(), key=lambda room: room.order)


def as_shown() -> list[Room]:
    """As the side navigation shows them: part by part."""
    parts = list(Part)
    return sorted(in_order(), key=lambda room: parts.index(room.part))
