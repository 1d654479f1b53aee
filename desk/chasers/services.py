"""Sending a reminder that somebody wrote."""

import datetime as dt
from collections.abc import Iterable
from typing import Any

from boards.models import Person
from common.deeds import Act
from common.outbox.post import post
from desk.deeds import WRITE
from reviews.door import deed
from reviews.models import Review


def write_reminder(
    review: Review,
    *,
    by: Any,
    on: dt.date,
    people: Iterable[Person],
    text_cy: str,
    text_en: str,
    **words: Any,
) -> int:
    """One message to each, in their own language. How many."""
    act = Act()
    addressed = list(people)
    with deed(review, WRITE, by=by, on=on, act=act, **words) as fresh:
        for person in addressed:
            post(
                kind="desk.written",
                to=person,
                template="desk/emails/written",
                context={
                    "reference": str(fresh.reference),
                    "text_cy": text_cy,
                    "text_en": text_en,
                    "link": fresh.get_absolute_url(),
                },
                case=fresh.pk,
                key=f"desk.written:{act.uuid}:{person.pk}",
            )
        act.details["count"] = len(addressed)
    return len(addressed)
