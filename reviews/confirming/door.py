"""The door of one confirmation: open to the person it was recorded for, and to nobody else but
whoever took over from them, who may say what the papers show.

It needs no office: who has left it since can still say whether they decided so. An interest that
keeps somebody out of the case keeps them out here too.
"""

from typing import Any

from common.deeds import Deed, Sentence
from common.door import Door
from common.rights import Right
from reviews.models import Confirmation
from reviews.permissions import May
from reviews.standing import standing_of


class ConfirmationDoor(Door[Confirmation]):
    def scope(self, subject: Confirmation) -> dict[str, int]:
        return {"board": subject.review.board_id, "review": subject.review_id}

    def stage(self, subject: Confirmation) -> str:
        return "waiting" if subject.is_waiting else "answered"

    def refusal(self, subject: Confirmation, kind: Deed, by: Any) -> Sentence | None:
        return standing_of(by, subject.review).refusal(May.VIEW)

    def capacity(self, subject: Confirmation, by: Any, right: Right) -> str:
        return standing_of(by, subject.review).capacity(May.VIEW)


door = ConfirmationDoor()
