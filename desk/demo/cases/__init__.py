"""The cases of the demo. All is invented: no child, family, worker or place here exists."""

from desk.demo.case import CASES, Case
from desk.demo.cases import (
    closed,
    drafting,
    follow_through,
    other_ends,
    taken_down,
    undecided,
    underway,
)

__all__ = [
    "CASES",
    "Case",
    "closed",
    "drafting",
    "follow_through",
    "other_ends",
    "taken_down",
    "undecided",
    "underway",
]
