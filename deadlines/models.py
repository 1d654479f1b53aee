"""What a review's time is kept in: the days that milestones were reached, the only store of them,
and the deadlines that follow, which can be made anew from them at any time."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from common import clock
from guidance.editions import codes
from guidance.limit import ReviewKind
from guidance.milestones import Milestone

PART = 80


class Timetable(models.Model):
    """The time of one review: the edition it runs under, and its kind once decided."""

    edition = models.CharField(_("edition of the guidance"), max_length=20)
    kind = models.CharField(_("kind of review"), max_length=10, blank=True, default="")
    # Derived with the deadlines, so that a list of thousands comes in order from an index.
    next_due_on = models.DateField(_("next due"), null=True, blank=True)
    created_at = models.DateTimeField(_("opened at"), default=clock.now)

    class Meta:
        verbose_name = _("timetable")
        verbose_name_plural = _("timetables")
        constraints = [
            models.CheckConstraint(
                condition=Q(edition__in=codes()), name="deadlines_timetable_edition_known"
            ),
            models.CheckConstraint(
                condition=Q(kind__in=["", *(str(kind) for kind in ReviewKind)]),
                name="deadlines_timetable_kind_known",
            ),
        ]
        indexes = [
            models.Index(
                F("next_due_on").asc(nulls_last=True), name="deadlines_timetable_next_due"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.edition} {self.kind}".strip()


class Reached(models.Model):
    """A milestone was reached on a day. The part tells agencies or actions apart ('' for none)."""

    timetable = models.ForeignKey(Timetable, models.PROTECT, related_name="reached")
    milestone = models.CharField(_("milestone"), max_length=40)
    part = models.CharField(_("part"), max_length=PART, blank=True, default="")
    on = models.DateField(_("day"))
    recorded_at = models.DateTimeField(_("recorded at"), default=clock.now)

    class Meta:
        verbose_name = _("milestone reached")
        verbose_name_plural = _("milestones reached")
        constraints = [
            models.UniqueConstraint(
                fields=["timetable", "milestone", "part"], name="deadlines_reached_once"
            ),
            models.CheckConstraint(
                condition=Q(milestone__in=[str(milestone) for milestone in Milestone]),
                name="deadlines_reached_milestone_known",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.milestone} {self.part}".strip()


class Deadline(models.Model):
    """The last day that a limit allows, and the day it was met. Derived: never edited by hand."""

    timetable = models.ForeignKey(Timetable, models.CASCADE, related_name="deadlines")
    limit = models.CharField(_("limit"), max_length=60)
    part = models.CharField(_("part"), max_length=PART, blank=True, default="")
    due_on = models.DateField(_("due"))
    met_on = models.DateField(_("met"), null=True, blank=True)

    class Meta:
        verbose_name = _("deadline")
        verbose_name_plural = _("deadlines")
        ordering = ["due_on", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["timetable", "limit", "part"], name="deadlines_deadline_once"
            ),
        ]
        indexes = [
            models.Index(fields=["due_on"], name="deadlines_deadline_due"),
            models.Index(
                fields=["due_on"], condition=Q(met_on=None), name="deadlines_deadline_open"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.limit} {self.part}".strip()
