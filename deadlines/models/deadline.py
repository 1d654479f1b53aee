"""The deadlines that follow from the days reached, and can be made anew from them at any time."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from deadlines.models.reached import PART
from deadlines.models.timetable import Timetable


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
