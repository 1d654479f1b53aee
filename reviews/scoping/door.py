"""The door of one agency's answer: who is asked comes in without the case."""

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from common.deeds import Deed, Obstacle, Sentence
from common.door import Door
from common.rights import Right
from reviews.models import Review, ScopingReturn
from reviews.permissions import May
from reviews.standing import standing_of

CAME_ALREADY = Obstacle("came_already", _("This was answered already."))


class ScopingDoor(Door[ScopingReturn]):
    """Every obstacle here blocks: there is nothing left to answer."""

    def scope(self, subject: ScopingReturn) -> dict[str, int]:
        return {"board": subject.review.board_id, "review": subject.review_id}

    def stage(self, subject: ScopingReturn) -> str:
        return str(subject.review.stage)

    def refusal(self, subject: ScopingReturn, kind: Deed, by: Any) -> Sentence | None:
        assert isinstance(kind.may, May)
        return standing_of(by, subject.review).refusal(kind.may)

    def obstacles(
        self, subject: ScopingReturn, kind: Deed, on: dt.date, by: Any = None
    ) -> tuple[Obstacle, ...]:
        return () if subject.may_still_come else (CAME_ALREADY,)

    def capacity(self, subject: ScopingReturn, by: Any, right: Right) -> str:
        assert isinstance(right, May)
        return standing_of(by, subject.review).capacity(right)

    def entitles(
        self, subject: ScopingReturn, person: Any, right: Right, on: dt.date | None = None
    ) -> bool:
        return False

    @contextmanager
    def deed(self, subject: ScopingReturn, kind: Deed, **words: Any) -> Iterator[ScopingReturn]:
        """As everywhere; the review is locked first, because recommending reads the answers."""
        with transaction.atomic():
            Review.objects.select_for_update(of=("self",), no_key=True).get(pk=subject.review_id)
            with super().deed(subject, kind, **words) as fresh:
                yield fresh


door = ScopingDoor()
