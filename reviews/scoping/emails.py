"""Mail of the scoping request."""

import datetime as dt

from reviews.models import ScopingReturn
from reviews.permissions import May
from reviews.post import holders, tell


def asked(row: ScopingReturn, on: dt.date) -> None:
    """Who is asked at the agency is led to their own page, which shows nothing of the case."""
    if row.asked_of:
        tell(
            row.review, "reviews.scoping_asked", [row.asked_of], on=on, link=row.get_absolute_url()
        )


def answered(row: ScopingReturn, on: dt.date) -> None:
    """Who prepares the sub-group's meeting is told that an agency answered by itself."""
    told = holders(row.review, May.ANSWER_SCOPING)
    tell(row.review, "reviews.scoping_answered", told, on=on, link=row.get_absolute_url())
