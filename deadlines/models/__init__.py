"""What a review's time is kept in, and a board's. One module a thing."""

from deadlines.models.deadline import Deadline
from deadlines.models.plan import CauseLook, Extension, Plan, PlannedDay, StandingCause
from deadlines.models.reached import PART, Reached
from deadlines.models.reminder import Outcome, Reminder
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
    "AnnualReport",
    "BoardTarget",
    "BoardTime",
    "CauseLook",
    "Closure",
    "Deadline",
    "Extension",
    "LONGEST_CLOSURE",
    "MOST",
    "Outcome",
    "PART",
    "Plan",
    "PlannedDay",
    "Reached",
    "Reminder",
    "StandingCause",
    "Timetable",
]
