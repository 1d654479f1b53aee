"""Questions asked of persons."""

import datetime as dt
from typing import Any, Self

from django.db import models
from django.db.models import Q


def _current(rows: str, boards: Any, on: dt.date) -> Q:
    """Has such a row of one of those boards that day; one row meets all of it, hence one filter."""
    open_ended = Q(**{f"{rows}__until_on": None}) | Q(**{f"{rows}__until_on__gte": on})
    return Q(**{f"{rows}__board__in": boards, f"{rows}__from_on__lte": on}) & open_ended


class PersonQuerySet(models.QuerySet[Any]):
    def of_board(self, board: Any, on: dt.date) -> Self:
        """On the board's list, or in one of its offices, that day."""
        return self.of_boards([board], on)

    def of_boards(self, boards: Any, on: dt.date) -> Self:
        """The same for several boards."""
        found = _current("listings", boards, on) | _current("holdings", boards, on)
        return self.filter(pk__in=self.model._default_manager.filter(found).values("pk"))
