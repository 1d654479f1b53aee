"""Readings of a case, as the ledger keeps them. The verbs of deeds stand with the deeds."""

from django.db import models
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
READ_SCOPING = verb(
    "reviews.scoping_read",
    label=_("Agency's answer read"),
    sentence=_("What an agency was asked and answered was read."),
    reading=True,
)


class Work(models.TextChoices):
    """What of somebody's goes to their successor."""

    APPOINTMENT = "appointment", _("an appointment")
    RETURN = "return", _("an agency's timeline")
    SCOPING = "scoping", _("an agency's answer to the sub-group")
    ACTION = "action", _("an action")
    CONFIRMATION = "confirmation", _("a decision to be confirmed")
    OTHER = "other", _("other work")


HANDED_OVER = verb(
    "reviews.handed_over",
    label=_("Handed over"),
    sentence=_("Somebody left and their work was handed over: {what}. Last day: {last}."),
    codes={"what": Work},
)
NAMES_SOUGHT = verb(
    "reviews.names_sought",
    label=_("Same child looked for"),
    sentence=_("A search was made for cases about the same child."),
    reading=True,
)
NAME_FOUND = verb(
    "reviews.name_found",
    label=_("Found by name"),
    sentence=_("The case was found by the name or the day of birth of a child."),
    reading=True,
)
PUBLIC_REFERRAL_SENT = verb(
    "reviews.public_referral_sent",
    label=_("Referral sent"),
    sentence=_("A referral was sent from the public page."),
)
PUBLIC_REFERRAL_READ = verb(
    "reviews.public_referral_read",
    label=_("Referral read"),
    sentence=_("A referral from the public page was read."),
    reading=True,
)
