"""Questions asked of persons."""

import datetime as dt
from typing import Any, Self

from django.db import models
from django.db.models import Q


def _current(rows: str, board: Any, on: dt.date) -> Q:
    """Has such a row of that board on that day; one row must meet all of it, hence one filter."""
    open_ended = Q(**{f"{rows}__until_on": None}) | Q(**{f"{rows}__until_on__gte": on})
    return Q(**{f"{rows}__board": board, f"{rows}__from_on__lte": on}) & open_ended


class PersonQuerySet(models.QuerySet[Any]):
    def of_board(self, board: Any, on: dt.date) -> Self:
        """On the board's list, or in one of its offices, that day."""
        found = _current("listings", board, on) | _current("holdings", board, on)
        return self.filter(pk__in=self.model._default_manager.filter(found).values("pk"))
