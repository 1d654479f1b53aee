"""Telling the people of a case. Reference and link only: never a name or a fact."""

import datetime as dt
from collections.abc import Iterable

from boards.models import Person
from common.outbox.post import post
from common.rights import Right
from reviews.models import Review
from reviews.standing import persons_entitled


def tell(
    review: Review,
    kind: str,
    to: Iterable[Person],
    *,
    on: dt.date,
    link: str = "",
    about: str = "",
) -> None:
    """One message of a kind to each person, once for the day in the world it speaks of; `about`
    tells apart what can happen more than once on a day.

    `kind` is <room>.<message>; its words are templates/<room>/emails/<message>_*.txt. `link` is a
    path; without one it leads to the review.
    """
    for person in to:
        post(
            kind=kind,
            to=person,
            template=kind.replace(".", "/emails/"),
            context={
                "reference": str(review.reference),
                "link": link or review.get_absolute_url(),
            },
            key=f"{kind}:{review.pk}:{on.isoformat()}:{person.pk}" + (f":{about}" if about else ""),
        )


def holders(review: Review, right: Right) -> Iterable[Person]:
    """Those whose act comes next."""
    return persons_entitled(review, right)
