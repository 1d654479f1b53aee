"""The days that milestones were reached: the only store of them."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from common import clock
from deadlines.models.timetable import Timetable
from guidance.milestones import Milestone

PART = 80


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
