"""Finding a person of a case by name among those whose names the reader may see.

The blind index is the only search: nothing is decrypted to find it. See reviews.children.matching.
"""

import datetime as dt
from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import Any

from boards.models import Board, Holding
from common import clock
from reviews.children.matching import digests, keys_of, words_in
from reviews.models import (
    Appointment,
    NameKey,
    NameKind,
    Relative,
    RelativeKey,
    RelativeName,
    Review,
    Subject,
)
from reviews.permissions import BY_APPOINTMENT, BY_OFFICE, May
from reviews.querysets import visible_to
from reviews.standing import standings_of

MOST = 50  # shown at most: whoever types one common name is asked for more of it
OFFICES = [office for office, rights in BY_OFFICE.items() if May.VIEW_NAMES in rights]
CAPACITIES = [who for who, rights in BY_APPOINTMENT.items() if May.VIEW_NAMES in rights]


def keep_relative_keys(name: RelativeName) -> None:
    """Write the index of a relative's name anew, in the transaction that writes the name."""
    name.keys.all().delete()
    RelativeKey.objects.bulk_create(
        RelativeKey(name=name, kind=kind, digest=digests(kind, text)[0])
        for kind, text in keys_of(f"{name.full_name} {name.other_names}", name.born_on)
    )


@dataclass(frozen=True)
class Hit:
    """A person of a case who fits, by pseudonym: what was typed is all that is said of the name."""

    review: Review
    person: Subject | Relative
    parts: int
    has_birth: bool


def searchable_boards(user: Any) -> list[Board]:
    """The boards whose names this person may search by office."""
    held = Holding.objects.current(clock.today()).filter(person__user=user, office__in=OFFICES)
    return list(Board.objects.filter(pk__in=held.values("board")).order_by("pk"))


def may_search(user: Any) -> bool:
    """Whether there is any case at all whose names this person may see."""
    granted = Appointment.objects.granted_to(user, clock.today())
    return bool(searchable_boards(user)) or granted.filter(capacity__in=CAPACITIES).exists()


def search(user: Any, name: str, born: dt.date | str | None) -> list[Hit]:
    """Those who fit, the best first, in the cases whose names this person may see."""
    wanted = list(keys_of(name, born))
    sought = [digest for kind, text in wanted for digest in digests(kind, text)]
    counts: defaultdict[Subject | Relative, Counter[str]] = defaultdict(Counter)
    for child in NameKey.objects.filter(digest__in=sought).select_related("name__subject"):
        counts[child.name.subject][child.kind] += 1
    for kin in RelativeKey.objects.filter(
        digest__in=sought, name__relative__withdrawn_at=None
    ).select_related("name__relative"):
        counts[kin.name.relative][kin.kind] += 1
    parts = words_in(name)
    fitting = {
        person: count
        for person, count in counts.items()
        if count[NameKind.PART] >= min(parts, 2) or (count[NameKind.BIRTH] and not parts)
    }
    reviews = list(visible_to(user).filter(pk__in={each.review_id for each in fitting}))
    standings = standings_of(user, reviews)
    open_to = {each.pk: each for each in reviews if standings[each.pk].may(May.VIEW_NAMES)}
    hits = [
        Hit(open_to[person.review_id], person, count[NameKind.PART], bool(count[NameKind.BIRTH]))
        for person, count in fitting.items()
        if person.review_id in open_to
    ]
    hits.sort(key=lambda hit: (-hit.parts, not hit.has_birth, -hit.review.pk, hit.person.pk))
    return hits[:MOST]
