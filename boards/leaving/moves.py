"""The register of what moves when somebody leaves. Each room registers its own, in `leaving_moves`.

A move is set-based: it takes everything of one kind that is open with the person on that board.
"""

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from uuid import UUID

from boards.models import Board, Person, User
from common.deeds import Sentence


@dataclass(frozen=True)
class Handover:
    """Who leaves which board after which day, and who takes over. `act` is the deed's."""

    board: Board
    person: Person
    successor: Person
    last_on: dt.date
    by: User
    act: UUID

    @property
    def next_on(self) -> dt.date:
        """The successor's first day."""
        return self.last_on + dt.timedelta(days=1)


@dataclass(frozen=True, eq=False)
class Line:
    """One thing that is open, as the preview lists it; `stays` says why it cannot be taken over."""

    text: str
    stays: Sentence = ""
    count: int = 1


def nothing(handover: Handover) -> bool:
    return False


@dataclass(frozen=True, eq=False)
class Move:
    """One kind of open work. `keeps_account`: the person has such work on another board too."""

    code: str
    label: Sentence
    order: int
    preview: Callable[[Handover], Sequence[Line]]
    move: Callable[[Handover], int]
    keeps_account: Callable[[Handover], bool] = nothing


MOVES: dict[str, Move] = {}


def account_stays(handover: Handover) -> bool:
    """Another board works with the person: the account, and what is sent to it, is not ours."""
    return any(move.keeps_account(handover) for move in MOVES.values())


def register(move: Move) -> Move:
    MOVES[move.code] = move
    return move


def in_order() -> list[Move]:
    return sorted(MOVES.values(), key=lambda move: move.order)
