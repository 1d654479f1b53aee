"""What happens next in one case: who, what, by when, and what is still missing."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from boards.models import Person
from common.deeds import Answer
from reviews.door import ask
from reviews.models import Review
from reviews.rooms import Turn, in_order
from reviews.standing import persons_entitled, standing_of


@dataclass(frozen=True)
class NextStep:
    """A turn as the case page shows it. `answer` says whether the reader may do it now."""

    turn: Turn
    is_mine: bool
    people: list[Person]
    answer: Answer | None

    @property
    def is_open(self) -> bool:
        """The reader may do it at once: the page shows the button."""
        return self.is_mine and (self.answer is None or self.answer.is_yes)


def next_steps(review: Review, user: Any, on: dt.date) -> list[NextStep]:
    """The turns of one review in the order in which they matter, the first with its people."""
    turns = sorted(
        (turn for room in in_order() for turn in room.turns([review], user, on)),
        key=lambda turn: turn.rank,
    )
    turns = [turn for turn in turns if turn.review.pk == review.pk]
    standing = standing_of(user, review)
    return [
        NextStep(
            turn,
            turn.is_for(standing),
            list(persons_entitled(review, turn.may)[:6]) if number == 0 else [],
            ask(review, turn.kind, user) if turn.kind and number == 0 else None,
        )
        for number, turn in enumerate(turns)
    ]
