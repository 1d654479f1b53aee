"""What a review's time is kept in. One module a thing."""

from deadlines.models.deadline import Deadline
from deadlines.models.plan import CauseLook, Extension, Plan, PlannedDay, StandingCause
from deadlines.models.reached import PART, Reached
from deadlines.models.timetable import Timetable

__all__ = [
    "PART",
    "CauseLook",
    "Deadline",
    "Extension",
    "Plan",
    "PlannedDay",
    "Reached",
    "StandingCause",
    "Timetable",
]
