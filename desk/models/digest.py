"""The lines of people's digests: who is reminded of what, and in which message it went."""

import datetime as dt
from typing import Any, ClassVar, Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from boards.models import Person
from common.models import OutboxMessage
from deadlines.models import Reminder
from reviews.models import Review


class LineKind(models.TextChoices):
    """What a line asks of its reader."""

    REMIND = "remind", _("Reminder")
    ASK_CAUSE = "ask_cause", _("Say why it takes longer")
    GOING_UP = "going_up", _("Goes up unless you hold it")
    ESCALATE = "escalate", _("Late, and brought to you")
    IN_PLACE = "in_place", _("Nobody else could be told")


class DigestLineQuerySet(models.QuerySet["DigestLine"]):
    def ready(self, on: dt.date) -> Self:
        """Not in a message yet, nor set aside, and their day has come."""
        return self.filter(message=None, dropped_at=None, ready_on__lte=on)


class DigestLine(models.Model):
    """One reminder for one person. It goes in the person's next digest."""

    reminder = models.ForeignKey(Reminder, models.PROTECT, related_name="+")
    review = models.ForeignKey(Review, models.PROTECT, related_name="+")
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    kind = models.CharField(_("kind"), max_length=10, choices=LineKind)
    ready_on = models.DateField(_("ready on"))
    message = models.ForeignKey(
        OutboxMessage, models.PROTECT, null=True, blank=True, related_name="+"
    )
    # Met before a digest could go: nobody is told of what is done.
    dropped_at = models.DateTimeField(_("set aside at"), null=True, blank=True)

    objects: ClassVar[Any] = DigestLineQuerySet.as_manager()

    class Meta:
        verbose_name = _("line of a digest")
        verbose_name_plural = _("lines of digests")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["reminder", "person", "kind"], name="desk_digestline_once"
            ),
            models.CheckConstraint(
                condition=Q(kind__in=LineKind.values), name="desk_digestline_kind_known"
            ),
            models.CheckConstraint(
                condition=Q(message=None) | Q(dropped_at=None),
                name="desk_digestline_sent_or_set_aside",
            ),
        ]
        indexes = [
            models.Index(
                fields=["person", "ready_on"],
                condition=Q(message=None, dropped_at=None),
                name="desk_digestline_waiting",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.reminder_id}"
