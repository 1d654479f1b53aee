"""Readings of a case, as the ledger keeps them. The verbs of deeds stand with the deeds."""

from django.utils.translation import gettext_lazy as _

from audit.verbs import verb
from common.deeds import Sentence
from reviews.rooms import ROOMS


class RoomLabels:
    """The rooms' names by their codes, looked up when an entry is told: they register later."""

    @property
    def choices(self) -> list[tuple[str, Sentence]]:
        return [(room.code.replace("_", "-"), room.label) for room in ROOMS.values()]


READ = verb(
    "reviews.read",
    label=_("Read"),
    sentence=_("The case was read. Page: {page}"),
    reading=True,
    codes={"page": RoomLabels()},
)
READ_NAMES = verb(
    "reviews.names_read",
    label=_("Names read"),
    sentence=_("The names of the children were read."),
    reading=True,
)
NAMES_SEARCHED = verb(
    "reviews.names_searched",
    label=_("Names searched"),
    sentence=_("Names were searched. Found: {found}"),
    reading=True,
)
