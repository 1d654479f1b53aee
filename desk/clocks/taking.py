"""Taking the running deadlines away as a file. It is written down, board by board."""

from collections import Counter
from collections.abc import Iterable
from typing import Any

from audit import ledger
from common import clock
from desk.clocks.running import Clock
from desk.verbs import DEADLINES_TAKEN


def record_taking(user: Any, clocks: Iterable[Clock], taken: str) -> None:
    """One line a board: who took how many, and as what."""
    for board, count in sorted(Counter(each.review.board_id for each in clocks).items()):
        ledger.record(
            DEADLINES_TAKEN,
            by=user.pk,
            board=board,
            on=clock.today(),
            details={"taken": str(taken), "count": count},
        )
