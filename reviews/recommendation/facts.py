"""What the form of the recommendation says besides the recommendation's own columns."""

import datetime as dt
from dataclasses import dataclass, field

from boards.models import Agency, Person


@dataclass(frozen=True)
class Involved:
    """An agency involved in the case: of the board's list, or another by its name."""

    agency: Agency | None = None
    other_name: str = ""
    contact_name: str = ""
    contact_title: str = ""

    def __str__(self) -> str:
        who = ", ".join(filter(None, [self.contact_name, self.contact_title]))
        name = str(self.agency) if self.agency else self.other_name
        return f"{name}: {who}" if who else name


@dataclass(frozen=True)
class Sitting:
    """The meeting of the sub-group at which it was decided."""

    held_on: dt.date
    mode: str = ""
    present: list[Person] = field(default_factory=list)
    others_present: list[str] = field(default_factory=list)
    apologies: list[Person] = field(default_factory=list)
    interests: str = ""
