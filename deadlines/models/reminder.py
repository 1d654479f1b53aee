"""Reminders that are owed: rows made in the transaction of the fact they follow from."""

import datetime as dt
from typing import Any, ClassVar, Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from deadlines.models.reached import PART
from deadlines.models.timetable import Timetable


class Outcome(models.TextChoices):
    """What became of a reminder; '' while it is owed."""

    OWED = "", _("To come")
    SENT = "sent", _("Passed on")
    MOOT = "moot", _("No longer needed")
    EXPLAINED = "explained", _("A cause stands until its next look")
    HELD = "held", _("Held for other proceedings")
    NOBODY = "nobody", _("Nobody was there to be told")


class ReminderQuerySet(models.QuerySet["Reminder"]):
    def owed(self) -> Self:
        return self.filter(settled_at=None)

    def due(self, on: dt.date) -> Self:
        """Owed, and its day has come. The longest due first."""
        return self.owed().filter(due_on__lte=on).order_by("due_on", "pk")


class Reminder(models.Model):
    """One step of one limit. Once its day has come a sweep passes it on, and settles it."""

    timetable = models.ForeignKey(Timetable, models.PROTECT, related_name="reminders")
    limit = models.CharField(_("limit"), max_length=60)
    part = models.CharField(_("part"), max_length=PART, blank=True, default="")
    step = models.CharField(_("step"), max_length=30)
    due_on = models.DateField(_("due"))
    # By so many days it comes later than its step: its limit was late already when it was typed.
    days_later = models.PositiveIntegerField(default=0)
    settled_at = models.DateTimeField(_("settled at"), null=True, blank=True)
    outcome = models.CharField(
        _("outcome"), max_length=10, choices=Outcome, blank=True, default=Outcome.OWED
    )

    objects: ClassVar[Any] = ReminderQuerySet.as_manager()

    class Meta:
        verbose_name = _("reminder")
        verbose_name_plural = _("reminders")
        ordering = ["due_on", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["timetable", "limit", "part", "step", "due_on"],
                name="deadlines_reminder_once",
            ),
            models.CheckConstraint(
                condition=Q(settled_at=None, outcome="") | (~Q(settled_at=None) & ~Q(outcome="")),
                name="deadlines_reminder_settled_says_how",
            ),
            models.CheckConstraint(
                condition=Q(outcome__in=Outcome.values),
                name="deadlines_reminder_outcome_known",
            ),
        ]
        indexes = [
            models.Index(
                fields=["due_on", "id"],
                condition=Q(settled_at=None),
                name="deadlines_reminder_owed",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.limit} {self.part} {self.step}".strip()
