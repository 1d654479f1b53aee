"""The blind index of the children whom a referral from the public page names."""

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import Any

from django.db.models import QuerySet

from reviews.children.matching import digests, keys_of
from reviews.models import UNDECIDED, NameKind, PublicReferral, PublicReferralKey, PublicState
from reviews.referral.public.answers import as_facts
from reviews.referral.public.household import named_in

Named = tuple[str, dt.date | str | None]
# A case that was made of one is found by the names of the case.
FINDABLE = (*UNDECIDED, PublicState.SET_ASIDE)


def named_people(answers: dict[str, Any]) -> Iterator[Named]:
    """The children named in what was typed, each with a day of birth where it is known."""
    facts = as_facts(answers)
    yield str(facts.get("child_name", "")), facts.get("born_on")
    for other in named_in(answers):
        yield other.name, other.born_on


def keep_referral_keys(row: PublicReferral, people: Iterable[Named]) -> None:
    """Write the index of a referral anew, in the transaction that sends it."""
    row.keys.all().delete()
    wanted = dict.fromkeys(key for name, born in people for key in keys_of(name, born))
    PublicReferralKey.objects.bulk_create(
        PublicReferralKey(referral=row, kind=kind, digest=digests(kind, text)[0])
        for kind, text in wanted
    )


def naming(
    rows: QuerySet[PublicReferral], name: str, born: dt.date | str | None
) -> list[PublicReferral]:
    """Of these, the undecided and refused ones that name such a child, the newest first. Two parts
    of a name must fit where two are sought; without a name the day of birth."""
    wanted = list(keys_of(name, born))
    parts = sum(1 for kind, _text in wanted if kind == NameKind.PART)
    sought = [digest for kind, text in wanted for digest in digests(kind, text)]
    found: dict[int, list[str]] = {}
    here = PublicReferralKey.objects.filter(digest__in=sought, referral__in=rows.values("pk"))
    for referral, kind in here.values_list("referral", "kind"):
        found.setdefault(referral, []).append(kind)
    fitting = [
        pk
        for pk, kinds in found.items()
        if (parts and kinds.count(NameKind.PART) >= min(parts, 2))
        or (not parts and NameKind.BIRTH in kinds)
    ]
    return list(rows.filter(pk__in=fitting, state__in=FINDABLE).order_by("-sent_at", "-pk"))
