"""Learning events: where the practitioners themselves look at what happened."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from boards.models import Person
from common import clock
from reviews.models import Review


class Length(models.TextChoices):
    HALF = "half", _("Half a day")
    ONE = "one", _("One day")
    TWO = "two", _("Two days")


class LearningEvent(models.Model):
    """A multi-agency learning event that was held, and what was learned (§5.15; reg. 4)."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    review = models.ForeignKey(Review, models.PROTECT, related_name="+")
    held_on = models.DateField(_("held on"))
    until_on = models.DateField(_("last day"), null=True, blank=True)
    venue = models.CharField(_("venue"), max_length=200)
    length = models.CharField(_("length"), max_length=5, choices=Length)
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
    invited = models.PositiveSmallIntegerField(_("invited"))
    attended = models.PositiveSmallIntegerField(_("attended"))
    absent_why = models.TextField(_("who was absent, by role, and why"), blank=True)
    learning_points = models.TextField(_("learning points"))
    recorded_at = models.DateTimeField(_("recorded at"), default=clock.now)
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("learning event")
        verbose_name_plural = _("learning events")
        ordering = ["held_on", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(length__in=Length.values), name="learning_events_event_length_known"
            ),
            models.CheckConstraint(
                condition=Q(until_on=None) | Q(until_on__gte=F("held_on")),
                name="learning_events_event_ends_after_it_begins",
            ),
            models.CheckConstraint(
                condition=~Q(learning_points="") & ~Q(venue=""),
                name="learning_events_event_says_where_and_what_was_learned",
            ),
            models.CheckConstraint(
                condition=Q(attended__gte=1), name="learning_events_event_somebody_attended"
            ),
            models.CheckConstraint(
                condition=Q(attended__gte=F("invited")) | ~Q(absent_why=""),
                name="learning_events_event_absence_is_explained",
            ),
        ]
