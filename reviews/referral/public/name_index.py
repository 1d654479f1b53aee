"""The blind index of the names in a referral from the public page (reviews.children.matching)."""

from collections.abc import Iterator, Mapping
from typing import Any

from reviews.children.matching import digests, keys_of
from reviews.models import PublicNameKey, PublicReferral
from reviews.referral.public.answers import as_facts
from reviews.referral.public.household import named_in


def keep_public_keys(row: PublicReferral, answers: Mapping[str, Any]) -> None:
    """Write the index of one referral anew, in the transaction that sends it."""
    row.keys.all().delete()
    PublicNameKey.objects.bulk_create(
        PublicNameKey(referral=row, person=person, kind=kind, digest=digests(kind, text)[0])
        for person, kind, text in public_keys(answers)
    )


def public_keys(answers: Mapping[str, Any]) -> Iterator[tuple[int, str, str]]:
    """For the child (0) and each other child: what they can be found by."""
    facts = as_facts(dict(answers))
    people = [(facts.get("child_name", ""), facts.get("born_on"))]
    people += [(other.name, other.born_on) for other in named_in(answers)]
    for person, (name, born) in enumerate(people):
        for kind, text in keys_of(name, born):
            yield person, kind, text
