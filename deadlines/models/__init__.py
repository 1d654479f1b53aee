"""What a review's time is kept in, and a board's. One module a thing."""

from deadlines.models.deadline import Deadline
from deadlines.models.reached import PART, Reached
from deadlines.models.target import (
    LONGEST_CLOSURE,
    MOST,
    AnnualReport,
    BoardTarget,
    BoardTime,
    Closure,
)
from deadlines.models.timetable import Timetable

__all__ = [
    "LONGEST_CLOSURE",
    "MOST",
    "PART",
    "AnnualReport",
    "BoardTarget",
    "BoardTime",
    "Closure",
    "Deadline",
    "Reached",
    "Timetable",
]
