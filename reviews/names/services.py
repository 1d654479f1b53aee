"""Names, days of birth and death, numbers and addresses: kept apart and encrypted, and found again
by a blind index."""

import datetime as dt
from typing import Any

from common.deeds import Act
from reviews.children.deeds import RECORD_NAMES
from reviews.children.matching import keep_keys
from reviews.door import deed
from reviews.models import Relative, RelativeName, Review, Subject, SubjectName
from reviews.names.index import keep_relative_keys

WRITTEN = ("full_name", "other_names", "born_on", "died_on", "numbers", "contact")


def record_names(
    review: Review,
    *,
    by: Any,
    on: dt.date,
    of: Subject | Relative,
    facts: dict[str, str],
    **words: Any,
) -> SubjectName | RelativeName:
    """Record who a child or a relative is, in place of what stands, and index it blind."""
    act = Act().about(of)
    with deed(review, RECORD_NAMES, by=by, on=on, act=act, **words):
        texts = {name: facts.get(name, "") for name in WRITTEN}
        if isinstance(of, Subject):
            child, _made = SubjectName.objects.update_or_create(subject=of, defaults=texts)
            keep_keys(child)
            return child
        relative, _made = RelativeName.objects.update_or_create(relative=of, defaults=texts)
        keep_relative_keys(relative)
        return relative
