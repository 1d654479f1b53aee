"""Who decided, when one person records what another decided."""

from typing import Any

from boards.models import Person


def decider(by: Any, decided_by: Person | None) -> Person:
    """The person named as having decided, else the one who records."""
    person: Person = decided_by or by.person
    return person
