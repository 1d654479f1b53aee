"""When the holder of an office is away, and who stands in."""

import uuid
from typing import ClassVar

from django.conf import settings
from django.db import models

from boards.models.office import Holding
from boards.models.person import Person
from common.dated import Dated


class Absence(Dated):
    """A holder is away for a time; a deputy or joint holder of the same office stands in.

    It gives nobody a right that they do not hold: it says whose desk the work comes to first.
    """

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    holding = models.ForeignKey(Holding, models.PROTECT, related_name="absences")
    stood_in_by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta(Dated.Meta):
        ordering = ["from_on", "pk"]
        constraints: ClassVar = [
            *Dated.Meta.constraints,
            models.UniqueConstraint(
                fields=["holding", "from_on"], name="boards_absence_once_from_a_day"
            ),
        ]
