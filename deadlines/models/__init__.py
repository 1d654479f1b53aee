"""What a review's time is kept in. One module a thing."""

from deadlines.models.deadline import Deadline
from deadlines.models.reached import PART, Reached
from deadlines.models.reminder import Outcome, Reminder
from deadlines.models.timetable import Timetable

__all__ = ["PART", "Deadline", "Outcome", "Reached", "Reminder", "Timetable"]
