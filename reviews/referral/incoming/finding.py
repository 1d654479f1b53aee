"""Finding a referral from the public page by name: one that waits, or one that was refused. Once it
is a case its people are found there."""

import datetime as dt
from collections import Counter, defaultdict
from typing import Any

from reviews.children.matching import digests, keys_of, words_in
from reviews.models import NameKind, PublicNameKey, PublicReferral, PublicState
from reviews.referral.incoming.querysets import sent_to

MOST = 50  # shown at most


def referrals_named(user: Any, name: str, born: dt.date | str | None) -> list[PublicReferral]:
    """Those sent to the reader's boards in which somebody fits, the newest first. Two queries."""
    wanted = list(keys_of(name, born))
    sought = [digest for kind, text in wanted for digest in digests(kind, text)]
    rows = PublicNameKey.objects.filter(digest__in=sought).values_list("referral", "person", "kind")
    counts: defaultdict[tuple[int, int], Counter[str]] = defaultdict(Counter)
    for referral, person, kind in rows:
        counts[referral, person][kind] += 1
    parts = words_in(name)
    fitting = {
        referral
        for (referral, _person), count in counts.items()
        if (parts and count[NameKind.PART] >= min(parts, 2))
        or (count[NameKind.BIRTH] and not parts)
    }
    found = sent_to(user).filter(pk__in=fitting).exclude(state=PublicState.ACCEPTED)
    return list(found.order_by("-sent_at", "-pk")[:MOST])
