"""Mail about a timeline that came. Its people are led to the return, not to the case."""

import datetime as dt

from common.outbox.post import post
from panels.models import AgencyReturn, ReturnQuery
from panels.querysets import speakers
from reviews.post import tell


def query_asked(row: AgencyReturn, query: ReturnQuery) -> None:
    """Each question is told once, also a second one of the same day."""
    for person in speakers(row):
        post(
            kind="panels.query_asked",
            to=person,
            template="panels/emails/query_asked",
            context={"reference": str(row.review.reference), "link": row.get_absolute_url()},
            key=f"panels.query_asked:{query.uuid}:{person.pk}",
            case=row.review_id,
        )


def unlocked(row: AgencyReturn, on: dt.date) -> None:
    """The agency may correct what it returned."""
    tell(row.review, "panels.return_unlocked", speakers(row), on=on, link=row.get_absolute_url())
