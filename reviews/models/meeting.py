"""Meetings about one case: of the sub-group, the panel and the Board."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from boards.models import Agency, Person
from common import clock
from reviews.models.review import Review


class Body(models.TextChoices):
    """Which body met."""

    SUBGROUP = "subgroup", _("Sub-group")
    PANEL = "panel", _("Panel")
    BOARD = "board", _("Board")


class Mode(models.TextChoices):
    IN_PERSON = "in_person", _("In person")
    ONLINE = "online", _("Online")
    HYBRID = "hybrid", _("In person and online")
    BY_EMAIL = "by_email", _("By e-mail")


class Meeting(models.Model):
    """One case at one meeting: planned, moved, held. What was said of other cases stands there."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    review = models.ForeignKey(Review, models.PROTECT, related_name="meetings")
    body = models.CharField(max_length=10, choices=Body)
    planned_on = models.DateField(null=True, blank=True)
    held_on = models.DateField(null=True, blank=True)
    mode = models.CharField(max_length=10, choices=Mode, blank=True, default="")
    place = models.CharField(max_length=200, blank=True)
    is_quorate = models.BooleanField(null=True, blank=True)
    interests = models.TextField(blank=True)  # what was declared at the meeting itself
    decisions = models.TextField(blank=True)
    cancelled_why = models.TextField(blank=True)
    recorded_at = models.DateTimeField(default=clock.now)
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        ordering = ["held_on", "planned_on", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(body__in=Body.values), name="reviews_meeting_body_known"
            ),
            models.CheckConstraint(
                condition=Q(mode="") | Q(mode__in=Mode.values), name="reviews_meeting_mode_known"
            ),
            models.CheckConstraint(
                condition=Q(planned_on__isnull=False) | Q(held_on__isnull=False),
                name="reviews_meeting_has_a_day",
            ),
            models.CheckConstraint(
                condition=Q(held_on=None) | Q(cancelled_why=""),
                name="reviews_meeting_held_or_cancelled",
            ),
        ]


class Attendance(models.Model):
    """Somebody who was at a meeting or sent apologies; a bare `name` if not on the list."""

    meeting = models.ForeignKey(Meeting, models.PROTECT, related_name="attendances")
    person = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="+")
    name = models.CharField(max_length=120, blank=True)
    agency = models.ForeignKey(Agency, models.PROTECT, null=True, blank=True, related_name="+")
    was_present = models.BooleanField()

    class Meta:
        ordering = ["-was_present", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["meeting", "person"], name="reviews_attendance_person_once"
            ),
            models.CheckConstraint(
                condition=Q(person=None) ^ Q(name=""), name="reviews_attendance_somebody"
            ),
        ]

    def __str__(self) -> str:
        return str(self.person) if self.person else self.name
