"""The door of a board. Every deed to a board, its people and its offices comes through `deed`."""

from typing import Any

from boards.models import Board
from boards.standing import capacity_on
from common.door import Door
from common.rights import Right


class BoardDoor(Door[Board]):
    """Asks for the office that the person holds on the board today."""

    def scope(self, subject: Board) -> dict[str, int]:
        return {"board": subject.pk}

    def capacity(self, subject: Board, by: Any, right: Right) -> str:
        return capacity_on(by, subject, right)


door = BoardDoor()
ask = door.ask
deed = door.deed
"""Do something to a board; see common.door.Door.deed."""
