"""Boards, agencies, persons and what they hold there. One module a thing."""

from boards.models.agency import Agency, AgencyKind, Partnership
from boards.models.board import Board
from boards.models.invitation import Invitation
from boards.models.office import Hold, Holding, Office
from boards.models.person import Language, Listing, Membership, Person
from boards.models.user import User

__all__ = [
    "Agency",
    "AgencyKind",
    "Board",
    "Hold",
    "Holding",
    "Invitation",
    "Language",
    "Listing",
    "Membership",
    "Office",
    "Partnership",
    "Person",
    "User",
]
