"""Finding a child by name without reading a name: what it is found by stands under a keyed hash.

Names are encrypted and cannot be searched. Beside each stands a blind index (NameKey): an HMAC of
every part of the name in one plain spelling, and of the day of birth. Whoever knows the name makes
the same digest and finds the row; whoever reads the table learns nothing without the key.
"""

import datetime as dt
import hashlib
import hmac
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.conf import settings

from common.forms.dates import MONTH_NAMES
from reviews.models import NameKey, NameKind, Subject, SubjectName

# What stands before a name and may be part of it, however it is spaced: O Neil, O'Neil, ONeil.
BEFORE_A_NAME = {"o", "mc", "mac", "d"}
PARTICLES = {"ap", "ab", "ferch", "verch", "the", "de", "van", "von", *BEFORE_A_NAME}
_APOSTROPHES = str.maketrans("", "", "'\u2018\u2019\u02bc\u0060\u00b4\u2032")
_JOINED = re.compile(rf"\b({'|'.join(sorted(BEFORE_A_NAME))})[\s-]+(?=\w)")
_NOT_DECOMPOSED = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae"})


def parts_of(name: str) -> frozenset[str]:
    """The parts of a name in one plain spelling: ŵ as w, no case, no apostrophes, no particles.

    "Siân O'Neill-Pŵes", however it is typed, gives sian, oneill, pwes; and oneillpwes, because some
    write two names as one. What may be spaced either way is found either way.
    """
    folded = name.casefold().translate(_APOSTROPHES).translate(_NOT_DECOMPOSED)
    decomposed = unicodedata.normalize("NFKD", folded)
    plain = "".join(each for each in decomposed if not unicodedata.combining(each))
    written = [plain, _JOINED.sub(r"\1", plain)]
    words = [re.findall(r"[^\W_]+", word) for each in written for word in each.split()]
    parts = [part for word in words for part in (*word, "".join(word))]
    return frozenset(part for part in parts if part not in PARTICLES) or frozenset(parts)


def words_in(name: str) -> int:
    """How many words of a name there are to be found by; a double name is one."""
    joined = _JOINED.sub(r"\1", name.casefold()).split()
    return sum(bool(parts_of(word) - PARTICLES) for word in joined)


def birth_of(written: dt.date | str | None) -> str:
    """A day of birth as ISO, from a date or from how somebody wrote it; '' where it is no day."""
    if isinstance(written, dt.date):
        return written.isoformat()
    text = (written or "").strip().lower()
    found = re.fullmatch(r"(\d{4})-(\d{1,2})-(\d{1,2})", text)
    if found:
        year, month, day = found[1], found[2], found[3]
    else:
        found = re.fullmatch(r"(\d{1,2})[\s./-]+(\w+)[\s./-]+(\d{4})", text)
        if not found:
            return ""
        day, year = found[1], found[3]
        month = str(MONTH_NAMES.get(found[2], found[2]))
    try:
        return dt.date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return ""


def digests(kind: str, text: str) -> list[str]:
    """The digest under each of the service's keys, newest first: one is written, all are sought, as
    with the encryption of the name itself."""
    found = []
    for key in settings.FIELD_KEYS:
        own = hmac.new(key.strip().encode(), b"children.matching", hashlib.sha256).digest()
        found.append(hmac.new(own, f"{kind}:{text}".encode(), hashlib.sha256).hexdigest())
    return found


def keys_of(name: str, born: dt.date | str | None) -> Iterator[tuple[str, str]]:
    """Kind and plain text of everything a name can be found by."""
    for part in sorted(parts_of(name)):
        yield NameKind.PART.value, part
    if birth := birth_of(born):
        yield NameKind.BIRTH.value, birth


def keep_keys(name: SubjectName) -> None:
    """Write the index of one name anew. Called in the transaction that writes the name."""
    name.keys.all().delete()
    NameKey.objects.bulk_create(
        NameKey(name=name, kind=kind, digest=digests(kind, text)[0])
        for kind, text in keys_of(f"{name.full_name} {name.other_names}", name.born_on)
    )


@dataclass(frozen=True)
class Match:
    """A child whose name or day of birth fits. Likely: two parts of the name, or one and a day."""

    subject: Subject
    parts: int
    has_birth: bool

    @property
    def is_likely(self) -> bool:
        return self.parts >= 2 or (self.parts >= 1 and self.has_birth)


def matches(name: str, born: dt.date | str | None, *, among: Iterable[int] = ()) -> list[Match]:
    """Every child that fits, the best first. Two queries, however many names are kept.

    `among` narrows it to these reviews; whoever calls says what the reader may be shown of it.
    """
    sought = {digest: kind for kind, text in keys_of(name, born) for digest in digests(kind, text)}
    if not sought:
        return []
    rows = NameKey.objects.filter(digest__in=sought)
    if among:
        rows = rows.filter(name__subject__review__in=among)
    counts: dict[int, Counter[str]] = {}
    # A name has the key of its subject; the name itself stays where it is, encrypted.
    for subject, kind in rows.values_list("name", "kind"):
        counts.setdefault(subject, Counter())[kind] += 1
    subjects = Subject.objects.filter(pk__in=counts).select_related("review__board")
    found = [
        Match(each, counts[each.pk][NameKind.PART], bool(counts[each.pk][NameKind.BIRTH]))
        for each in subjects
    ]
    return sorted(found, key=lambda each: (-each.parts, not each.has_birth, each.subject.pk))
