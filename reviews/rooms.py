"""The registry: what each room says of reviews to the case page, the list, the desk and the door.

A room's `room.py` registers one `Room`. Its functions are set-based: one or two queries however many
reviews. Nothing else knows which rooms there are.
"""

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from common.deeds import Deed, Obstacle, Sentence
from reviews.models import Review
from reviews.permissions import May


@dataclass(frozen=True)
class State:
    """How a room stands for one review, in a word or two; `tone` is '', done, soon or late."""

    word: Sentence
    tone: str = ""


@dataclass(frozen=True)
class Turn:
    """Something somebody has to do: it stands on their desk, and on others' as waited for.

    `may` is the right that does it; `agency_id` or `person_id` narrow it to their people.
    """

    review: Review
    sentence: Sentence
    url: str
    may: May
    since: dt.date
    due_on: dt.date | None = None
    waiting: Sentence = ""
    agency_id: int | None = None
    person_id: int | None = None


def no_states(reviews: Sequence[Review], user: Any) -> dict[int, State]:
    return {}


def no_obstacles(review: Review, kind: Deed) -> Iterable[Obstacle]:
    return ()


def no_turns(reviews: Sequence[Review], on: dt.date) -> Iterable[Turn]:
    return ()


@dataclass(frozen=True)
class Room:
    """A room of the case: its place in the side navigation and its three answers.

    `deeds` are offered on its page; `turns` gets running reviews and says whose turn it is.
    """

    code: str
    label: Sentence
    url_name: str
    order: int
    may: May = May.VIEW
    states: Callable[[Sequence[Review], Any], dict[int, State]] = no_states
    obstacles: Callable[[Review, Deed], Iterable[Obstacle]] = no_obstacles
    turns: Callable[[Sequence[Review], dt.date], Iterable[Turn]] = no_turns
    deeds: tuple[Deed, ...] = field(default=())


ROOMS: dict[str, Room] = {}


def register(room: Room) -> Room:
    ROOMS[room.code] = room
    return room


def in_order() -> list[Room]:
    return sorted(ROOMS.values(), key=lambda room: room.order)
