"""Setting a board's targets, its closures and the end of its six months; its annual report.

The dates of every review of the board follow in the same transaction.
"""

import datetime as dt

from boards.door import deed
from boards.models import Board, User
from common.deeds import Act, NotNow, Obstacle
from deadlines import verbs
from deadlines.board_time.sentences import OVERLAPS, RECORDED_ALREADY
from deadlines.models import AnnualReport, BoardTarget, BoardTime, Closure, Timetable
from deadlines.services import derive_all


def set_target(
    board: Board,
    *,
    by: User,
    on: dt.date,
    key: str,
    value: int | None,
    unit: str,
    from_on: dt.date,
) -> None:
    """Set a target for what begins to count from a day on; without a number it is one no more."""
    act = Act(details={"target": key, "value": value, "unit": unit, "from_on": str(from_on)})
    with deed(board, verbs.TARGET_SET, by=by, on=on, act=act) as board:
        BoardTarget.objects.update_or_create(
            board=board, key=key, from_on=from_on, defaults={"value": value, "unit": unit}
        )
        _follow(board)


def add_closure(
    board: Board, *, by: User, on: dt.date, from_on: dt.date, until_on: dt.date, name: str
) -> Closure:
    """Days on which the board does not work."""
    act = Act(details={"from_on": str(from_on), "until_on": str(until_on)})
    with deed(board, verbs.CLOSURE_ADDED, by=by, on=on, act=act) as board:
        if Closure.objects.filter(board=board, from_on=from_on, until_on=until_on).exists():
            raise NotNow([Obstacle("overlaps", OVERLAPS)])
        closure = Closure.objects.create(board=board, from_on=from_on, until_on=until_on, name=name)
        act.about(closure)
        _follow(board)
    return closure


def remove_closure(board: Board, closure: Closure, *, by: User, on: dt.date) -> None:
    """The board works on these days after all."""
    act = Act(details={"from_on": str(closure.from_on), "until_on": str(closure.until_on)})
    act.about(closure)
    with deed(board, verbs.CLOSURE_REMOVED, by=by, on=on, act=act) as board:
        Closure.objects.filter(board=board, pk=closure.pk).delete()
        _follow(board)


def set_six_months_end(board: Board, *, by: User, on: dt.date, end: str) -> None:
    """To which day the six months are counted."""
    act = Act(details={"end": end})
    with deed(board, verbs.SIX_MONTHS_END_SET, by=by, on=on, act=act) as board:
        BoardTime.objects.update_or_create(board=board, defaults={"six_months_end": end})
        _follow(board)


def record_annual_report(
    board: Board, *, by: User, on: dt.date, year: int, published_on: dt.date
) -> AnnualReport:
    """The annual report that was due by 31 July of that year was published."""
    act = Act(details={"year": year, "published_on": str(published_on)})
    with deed(board, verbs.ANNUAL_REPORT_RECORDED, by=by, on=on, act=act) as board:
        row, made = AnnualReport.objects.get_or_create(
            board=board, year=year, defaults={"published_on": published_on}
        )
        if not made:
            raise NotNow([Obstacle("recorded_already", RECORDED_ALREADY)])
        act.about(row)
    return row


def _follow(board: Board) -> None:
    """Every date of the board is reckoned anew.

    The lock waits for whoever is opening a review on the board just now, and lets nobody begin one
    until this is done: no review is left behind with what held before.
    """
    Board.objects.select_for_update().get(pk=board.pk)
    derive_all(Timetable.objects.filter(board=board))
