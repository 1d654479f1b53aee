"""What others may read of why a review takes longer than planned."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.utils.translation import gettext

from guidance.causes import Cause


@dataclass(frozen=True)
class CauseShown:
    """A cause that stands: since when, and when it is looked at again. Codes and dates only, so
    that it can stand on lists."""

    code: str
    since: dt.date
    next_look_on: dt.date

    @property
    def label(self) -> str:
        """In the reader's language."""
        return gettext(Cause(self.code).label)


def causes_of(ids: Iterable[int]) -> Mapping[int, list[CauseShown]]:
    """By timetable, the causes of delay that stand, the oldest first."""
    return {}
