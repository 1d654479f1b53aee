"""What a review's time is kept in, and a board's. One module a thing."""

from deadlines.models.deadline import Deadline
from deadlines.models.plan import (
    CauseLook,
    Extension,
    Plan,
    PlannedDay,
    StandingCause,
    StepDone,
)
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
    "LONGEST_CLOSURE",
    "MOST",
    "PART",
    "AnnualReport",
    "BoardTarget",
    "BoardTime",
    "CauseLook",
    "Closure",
    "Deadline",
    "Extension",
    "Outcome",
    "Plan",
    "PlannedDay",
    "Reached",
    "Reminder",
    "StandingCause",
    "StepDone",
    "Timetable",
]
