"""The cases of the demo. All is invented: no child, family, worker or place here exists."""

from desk.demo.case import CASES, Case
from desk.demo.cases import (
    closed,
    courts,
    deciding,
    drafting,
    earlier,
    follow_through,
    from_before,
    other_ends,
    sittings,
    taken_down,
    undecided,
    underway,
)

__all__ = [
    "CASES",
    "Case",
    "closed",
    "courts",
    "deciding",
    "drafting",
    "earlier",
    "follow_through",
    "from_before",
    "other_ends",
    "sittings",
    "taken_down",
    "undecided",
    "underway",
]
