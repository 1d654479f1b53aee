"""A person's own calendar: the address that opens it, and what it has given."""

from typing import Self

from django.db import models
from django.db.models import F, Q

from boards.models.person import Person


class CalendarTokenQuerySet(models.QuerySet["CalendarToken"]):
    def standing(self) -> Self:
        return self.filter(revoked_at=None)


class CalendarToken(models.Model):
    """What stands in the address of a person's calendar: it is shown once, and only its hash is
    kept. A person has one at a time."""

    person = models.ForeignKey(Person, models.PROTECT, related_name="calendar_tokens")
    digest = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True, blank=True)
    last_used_at = models.DateTimeField(null=True, blank=True)

    objects = CalendarTokenQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person"],
                condition=Q(revoked_at=None),
                name="boards_calendartoken_one_standing",
            ),
            models.CheckConstraint(
                condition=Q(revoked_at=None) | Q(revoked_at__gte=F("made_at")),
                name="boards_calendartoken_revoked_after_made",
            ),
        ]


class CalendarEntry(models.Model):
    """What a person's calendar was given last, so that a change or an end of it can be told.

    Derived: without it a calendar would be given everything as new. `fingerprint` is the hash of
    what was said; `sequence` counts its changes, as calendars ask (RFC 5545, 3.8.7.4).
    """

    person = models.ForeignKey(Person, models.PROTECT, related_name="calendar_entries")
    uid = models.CharField(max_length=120)
    on = models.DateField()
    fingerprint = models.CharField(max_length=64)
    sequence = models.PositiveIntegerField(default=0)
    changed_at = models.DateTimeField()
    cancelled_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["person", "uid"], name="boards_calendarentry_once"),
        ]
