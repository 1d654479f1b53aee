"""Somebody leaves the board, and a named person takes over their open work."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from boards.models.board import Board
from boards.models.person import Person


class Leaving(models.Model):
    """A person leaves a board after their last day. `act` groups what the ledger says of it."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    board = models.ForeignKey(Board, models.PROTECT, related_name="leavings")
    person = models.ForeignKey(Person, models.PROTECT, related_name="leavings")
    successor = models.ForeignKey(Person, models.PROTECT, related_name="+")
    last_on = models.DateField()
    act = models.UUIDField()
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    # When the account was closed; it stays open where another board works with the person.
    account_closed_at = models.DateTimeField(null=True, blank=True)
    account_ends = models.BooleanField(default=True)

    class Meta:
        ordering = ["-recorded_at"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(person=F("successor")), name="boards_leaving_to_somebody_else"
            ),
        ]
