"""Meetings about one case: of the sub-group, the panel and the Board."""

import uuid
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from boards.models import Agency, Person
from common import clock
from reviews.models.document import Document
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


class Delay(models.TextChoices):
    """Why something is later than it was to be. The same words wherever a delay is explained."""

    DIARIES = "diaries", _("Bringing the panel's diaries together")
    NO_REVIEWER = "no_reviewer", _("No reviewer available")
    REVIEWER_CAPACITY = "reviewer_capacity", _("The reviewers' other work")
    BETWEEN_MEETINGS = "between_meetings", _("Too long between panel meetings")
    NUMBER_OF_MEETINGS = "number_of_meetings", _("The number of panel meetings")
    SAME_PEOPLE = "same_people", _("The same people sit on panel and sub-group")
    PRACTITIONERS = "practitioners", _("Practitioners could not come")
    TIMELINE_LATE = "timeline_late", _("An agency's timeline is late")
    CRIMINAL = "criminal", _("Criminal proceedings")
    INQUEST = "inquest", _("Inquest")
    OTHER_REVIEW = "other_review", _("A domestic homicide review or another review")
    DISCIPLINARY = "disciplinary", _("Disciplinary process")
    FAMILY = "family", _("Family proceedings, or contact with the family")
    BOARD = "board", _("Waiting for the Board's agreement")
    REPORT = "report", _("The report was edited again")
    LEGAL = "legal", _("Legal advice or disclosure")
    TRANSLATION = "translation", _("Translation")
    ANONYMISING = "anonymising", _("Anonymising")
    OTHER = "other", _("Another reason")


class Meetings(models.QuerySet["Meeting"]):
    def ahead(self) -> Self:
        """Planned, and neither held nor cancelled: its day may have passed."""
        return self.filter(held_on=None, cancelled_why="")


class Meeting(models.Model):
    """One case at one meeting: planned, moved, held. What was said of other cases stands there."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    review = models.ForeignKey(Review, models.PROTECT, related_name="meetings")
    body = models.CharField(max_length=10, choices=Body)
    planned_on = models.DateField(null=True, blank=True)
    begins = models.TimeField(null=True, blank=True)
    held_on = models.DateField(null=True, blank=True)
    mode = models.CharField(max_length=10, choices=Mode, blank=True, default="")
    place = models.CharField(max_length=200, blank=True)
    is_quorate = models.BooleanField(null=True, blank=True)
    interests = models.TextField(blank=True)  # what was declared at the meeting itself
    decisions = models.TextField(blank=True)
    cancelled_for = models.CharField(max_length=20, choices=Delay, blank=True, default="")
    cancelled_why = models.TextField(blank=True)
    minutes = models.OneToOneField(
        Document, models.PROTECT, null=True, blank=True, related_name="+"
    )
    recorded_at = models.DateTimeField(default=clock.now)
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    objects = models.Manager.from_queryset(Meetings)()

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
            models.CheckConstraint(
                condition=Q(cancelled_for="")
                | (Q(cancelled_for__in=Delay.values) & ~Q(cancelled_why="")),
                name="reviews_meeting_cancelled_for_a_known_reason",
            ),
        ]

    @property
    def is_ahead(self) -> bool:
        """Planned, and neither held nor cancelled: its day may have passed."""
        return self.held_on is None and not self.cancelled_why


class MeetingMove(models.Model):
    """A planned meeting went to another day, or another hour of its day: from, to, and why."""

    meeting = models.ForeignKey(Meeting, models.PROTECT, related_name="moves")
    old_on = models.DateField()
    new_on = models.DateField()
    old_begins = models.TimeField(null=True, blank=True)
    new_begins = models.TimeField(null=True, blank=True)
    reason = models.CharField(max_length=20, choices=Delay)
    note = models.TextField(blank=True)
    moved_on = models.DateField()
    moved_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(reason__in=Delay.values), name="reviews_meeting_move_reason_known"
            ),
            models.CheckConstraint(
                condition=~Q(reason=Delay.OTHER) | ~Q(note=""),
                name="reviews_meeting_move_other_says_what",
            ),
            models.CheckConstraint(
                condition=~Q(old_on=F("new_on")) | ~Q(old_begins=F("new_begins")),
                name="reviews_meeting_move_to_another_day_or_hour",
            ),
        ]

    @property
    def is_within_its_day(self) -> bool:
        return self.old_on == self.new_on


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
