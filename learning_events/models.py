"""Learning events: where the practitioners themselves look at what happened."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from boards.models import Agency, Person
from common import clock
from reviews.models import Review


class Length(models.TextChoices):
    HALF = "half", _("Half a day")
    ONE = "one", _("One day")
    TWO = "two", _("Two days")


class EventKind(models.TextChoices):
    """Which event it is. The first one is the review's own; the others stand beside it."""

    MAIN = "main", _("Multi-agency learning event")
    MANAGERS = "managers", _("Separate event for managers")
    RECALL = "recall", _("Recall session: the learning is confirmed")
    OTHER = "other", _("Another event")


class LearningEvent(models.Model):
    """A learning event: planned for a day, then held, and what was learned (§5.15; reg. 4).

    Where its participants are listed (`is_listed`), the numbers are theirs; of an event of which
    only numbers are known they stand as they were given.
    """

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    review = models.ForeignKey(Review, models.PROTECT, related_name="+")
    kind = models.CharField(
        _("which event"), max_length=10, choices=EventKind, default=EventKind.MAIN
    )
    planned_on = models.DateField(_("planned for"), null=True, blank=True)
    moved_why = models.TextField(_("why the date was changed"), blank=True)
    cancelled_on = models.DateField(_("cancelled on"), null=True, blank=True)
    cancelled_why = models.TextField(_("why it was cancelled"), blank=True)
    held_on = models.DateField(_("held on"), null=True, blank=True)
    until_on = models.DateField(_("last day"), null=True, blank=True)
    venue = models.CharField(_("venue"), max_length=200)
    length = models.CharField(_("length"), max_length=5, choices=Length, blank=True)
    hours = models.CharField(_("start and finish"), max_length=60, blank=True)
    working_principles = models.TextField(_("working principles agreed"), blank=True)
    family_messages = models.TextField(_("messages from the family"), blank=True)
    facilitators = models.ManyToManyField(Person, related_name="+", verbose_name=_("facilitators"))
    note_taker = models.ForeignKey(
        Person,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("note taker"),
    )
    note_taker_why = models.TextField(_("why the note taker also facilitated"), blank=True)
    is_listed = models.BooleanField(_("its participants are listed"), default=False)
    invited = models.PositiveSmallIntegerField(_("invited"), default=0)
    attended = models.PositiveSmallIntegerField(_("attended"), default=0)
    absent_why = models.TextField(_("who was absent, by role, and why"), blank=True)
    learning_points = models.TextField(_("learning points"), blank=True)
    recorded_at = models.DateTimeField(_("recorded at"), default=clock.now)
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("learning event")
        verbose_name_plural = _("learning events")
        ordering = ["held_on", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(kind__in=EventKind.values), name="learning_events_event_kind_known"
            ),
            models.CheckConstraint(
                condition=Q(length__in=Length.values) | Q(length="", held_on=None),
                name="learning_events_event_length_known",
            ),
            models.CheckConstraint(
                condition=Q(planned_on__isnull=False) | Q(held_on__isnull=False),
                name="learning_events_event_has_a_day",
            ),
            models.CheckConstraint(
                condition=Q(cancelled_on=None, cancelled_why="")
                | (Q(cancelled_on__isnull=False, held_on=None) & ~Q(cancelled_why="")),
                name="learning_events_event_cancelled_says_why",
            ),
            models.CheckConstraint(
                condition=Q(until_on=None) | Q(until_on__gte=F("held_on")),
                name="learning_events_event_ends_after_it_begins",
            ),
            models.CheckConstraint(
                condition=Q(held_on=None) | (~Q(learning_points="") & ~Q(venue="")),
                name="learning_events_event_says_where_and_what_was_learned",
            ),
            models.CheckConstraint(
                condition=Q(held_on=None) | Q(attended__gte=1),
                name="learning_events_event_somebody_attended",
            ),
            models.CheckConstraint(
                condition=Q(held_on=None)
                | Q(is_listed=True)
                | Q(attended__gte=F("invited"))
                | ~Q(absent_why=""),
                name="learning_events_event_absence_is_explained",
            ),
        ]

    @property
    def is_ahead(self) -> bool:
        """Planned, and neither held nor cancelled."""
        return self.held_on is None and self.cancelled_on is None

    @property
    def points(self) -> list[str]:
        """The learning points one by one: an empty line parts them."""
        return [each.strip() for each in self.learning_points.split("\n\n") if each.strip()]


class Attendance(models.TextChoices):
    """Whether somebody who was invited came, or why not."""

    NOT_RECORDED = "", _("Not recorded yet")
    COMING = "coming", _("Has said that they will come")
    ATTENDED = "attended", _("Attended")
    ILL = "ill", _("Absent: illness")
    LEAVE = "leave", _("Absent: on leave")
    DUTY = "duty", _("Absent: on duty")
    NOT_RELEASED = "not_released", _("Absent: not released by the agency")
    LEFT = "left", _("Absent: has left the agency")
    DECLINED = "declined", _("Absent: declined")
    UNKNOWN = "unknown", _("Absent: the reason is not known")
    OTHER = "other", _("Absent: for another reason")
    WITHDRAWN = "withdrawn", _("The invitation was withdrawn")


class Participant(models.Model):
    """Somebody invited to an event, by agency and role. Nobody is named."""

    event = models.ForeignKey(LearningEvent, models.PROTECT, related_name="participants")
    agency = models.ForeignKey(Agency, models.PROTECT, null=True, blank=True, related_name="+")
    body = models.CharField(_("another body"), max_length=160, blank=True)
    role = models.CharField(_("role"), max_length=120)
    is_gp = models.BooleanField(_("a general practitioner"), default=False)
    attendance = models.CharField(
        _("attendance"), max_length=15, choices=Attendance, blank=True, default=""
    )
    note = models.CharField(_("note"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("participant")
        verbose_name_plural = _("participants")
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=(Q(agency__isnull=False) | ~Q(body="")) & ~Q(role=""),
                name="learning_events_participant_says_from_where",
            ),
            models.CheckConstraint(
                condition=Q(attendance__in=Attendance.values),
                name="learning_events_participant_attendance_known",
            ),
            models.CheckConstraint(
                condition=~Q(attendance=Attendance.OTHER) | ~Q(note=""),
                name="learning_events_participant_other_reason_is_said",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.agency or self.body} · {self.role}"
