"""Telling the people of a case. Reference and link only: never a name or a fact."""

import datetime as dt
from collections.abc import Iterable
from functools import partial

from boards.models import Person
from boards.task_links.links import task_link
from boards.words import in_words_of
from common.outbox.post import post
from common.rights import Right
from reviews.models import Review
from reviews.standing import persons_entitled


def tell(
    review: Review, kind: str, to: Iterable[Person], *, on: dt.date, link: str = "", about: str = ""
) -> None:
    """One message of a kind to each person, once for the day in the world it speaks of.

    `kind` is <room>.<message>; its words are templates/<room>/emails/<message>_*.txt. `link` is a
    path; without one it leads to the review. Whoever has no account comes to that path, and what is
    below it, by a link and a code (boards.task_links). `about` tells messages of one day apart.
    """
    for person in to:
        is_task = bool(link) and person.user_id is None
        post(
            kind=kind,
            to=person,
            template=kind.replace(".", "/emails/"),
            context={
                "reference": str(review.reference),
                "link": task_link(person, link, and_below=True)
                if is_task
                else link or review.get_absolute_url(),
            },
            is_private=is_task,
            said=partial(in_words_of, review.board),
            case=review.pk,
            key=f"{kind}:{review.pk}:{on.isoformat()}:{person.pk}{about and f':{about}'}",
        )


def holders(review: Review, right: Right) -> Iterable[Person]:
    """Those whose act comes next."""
    return persons_entitled(review, right)
