"""The Board's annual report: a date of the board's own, by 31 July of each year."""

import datetime as dt
from collections.abc import Iterable, Mapping

from django.db.models import Min

from common import clock
from deadlines.models import AnnualReport, Timetable
from guidance.editions import DEFAULT, edition

RULE = edition(DEFAULT).limit("board_annual_report")
# The report is about the financial year before, which has ended by then.
SHOWN_FROM = (4, 1)


def due_on(year: int) -> dt.date:
    """The last day for the report of that year."""
    assert RULE
    month, day = divmod(RULE.value, 100)
    return dt.date(year, month, day)


def shown_from(year: int) -> dt.date:
    return dt.date(year, *SHOWN_FROM)


def missing_reports(board_ids: Iterable[int], today: dt.date) -> Mapping[int, list[int]]:
    """By board, the years whose report is not recorded yet. Two queries, however many boards.

    Nothing is asked of the time before the board's first review in the system.
    """
    ids = list(board_ids)
    began = dict(
        Timetable.objects.filter(board__in=ids)
        .values_list("board")
        .annotate(first=Min("created_at"))
        .order_by()
    )
    recorded = set(AnnualReport.objects.filter(board__in=ids).values_list("board", "year"))
    return {
        board: [
            year
            for year in range(began[board].astimezone(clock.WALES).year, today.year + 1)
            if due_on(year) >= began[board].astimezone(clock.WALES).date()
            and shown_from(year) <= today
            and (board, year) not in recorded
        ]
        for board in ids
        if board in began
    }
