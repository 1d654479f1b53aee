"""What a board's own dates ask of its co-ordinator: no case is behind it."""

import datetime as dt
from collections.abc import Iterator
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from boards.models import Board, Holding, Office
from deadlines.board_time.annual_report import due_on, missing_reports, shown_from
from reviews.rooms import Errand


def annual_reports(user: Any, on: dt.date) -> Iterator[Errand]:
    """The annual reports of the boards whose co-ordinator this reader is."""
    held = Holding.objects.current(on).filter(person__user=user, office=Office.COORDINATOR)
    boards = {board.pk: board for board in Board.objects.filter(pk__in=held.values("board"))}
    if not boards:
        return
    for pk, years in missing_reports(boards, on).items():
        for year in years:
            yield Errand(
                boards[pk].prefix,
                _("Publish the annual report of the Board"),
                reverse("record_annual_report", args=[boards[pk].code, year]),
                shown_from(year),
                due_on(year),
            )
