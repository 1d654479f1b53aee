"""Boards, agencies, persons and what they hold there. One module a thing."""

from boards.models.absence import Absence
from boards.models.agency import Agency, AgencyKind, Partnership
from boards.models.board import Board
from boards.models.calendar import CalendarEntry, CalendarToken
from boards.models.invitation import Invitation
from boards.models.leaving import Leaving
from boards.models.office import Hold, Holding, Office
from boards.models.person import Language, Listing, Membership, Person
from boards.models.task_link import TaskLink
from boards.models.user import User
from boards.models.wording import SUBGROUP, TERMS, Wording

__all__ = [
    "SUBGROUP",
    "TERMS",
    "Absence",
    "Agency",
    "AgencyKind",
    "Board",
    "CalendarEntry",
    "CalendarToken",
    "Hold",
    "Holding",
    "Invitation",
    "Language",
    "Leaving",
    "Listing",
    "Membership",
    "Office",
    "Partnership",
    "Person",
    "TaskLink",
    "User",
    "Wording",
]
