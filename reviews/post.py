"""Telling the people of a case. Reference and link only: never a name or a fact."""

import datetime as dt
from collections.abc import Iterable
from typing import Any

from django.conf import settings

from boards.models import Person
from common.outbox.post import post
from reviews.models import Review
from reviews.permissions import May
from reviews.standing import persons_entitled


def tell(
    review: Review, kind: str, to: Iterable[Person], *, on: dt.date, template: str = "", **more: Any
) -> None:
    """One message of a kind to each person, once for the day in the world it speaks of."""
    for person in to:
        post(
            kind=kind,
            to=person,
            language=person.language,
            template=template or f"{kind.replace('.', '/emails/')}",
            context={
                "reference": str(review.reference),
                "link": settings.BASE_URL + review.get_absolute_url(),
                **more,
            },
            key=f"{kind}:{review.pk}:{on.isoformat()}:{person.pk}",
        )


def holders(review: Review, right: May) -> Iterable[Person]:
    """Those whose act comes next."""
    return persons_entitled(review, right)
