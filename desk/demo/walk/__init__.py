"""Taking a case through its stages by the real services, as the people whose acts they are."""

from desk.demo.walk.beside import Beside
from desk.demo.walk.ending import Ending
from desk.demo.walk.record import Record
from desk.demo.walk.timing import Timing


class Walk(Ending, Beside, Record, Timing):
    """A walk from the referral to the end. Dates are given: it can be taken at any clock."""


__all__ = ["Walk"]
