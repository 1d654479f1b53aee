"""The door of a board, for what is done before there is a review: logging a referral."""

import datetime as dt
from typing import Any

from boards.models import Board, Person
from common.door import Door
from common.rights import Right
from reviews.standing import standing_on_board


class BoardCasesDoor(Door[Board]):
    """A board's own cases. Its offices decide; there is no review yet to ask about interests."""

    def scope(self, subject: Board) -> dict[str, int]:
        return {"board": subject.pk}

    def capacity(self, subject: Board, by: Any, right: Right) -> str:
        return standing_on_board(by, subject).capacity(right)

    def entitles(
        self, subject: Board, person: Person, right: Right, on: dt.date | None = None
    ) -> bool:
        return False


door = BoardCasesDoor()
