"""Rows that are true for a time: from a first day, until a last day or open-ended."""

import datetime as dt
from typing import Any, ClassVar, Self

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _


class DatedQuerySet(models.QuerySet[Any]):
    """Adds the one question asked of every dated row."""

    def current(self, on: dt.date) -> Self:
        """The rows that hold on that day; first and last day are both included."""
        return self.filter(Q(until_on=None) | Q(until_on__gte=on), from_on__lte=on)


class Dated(models.Model):
    """From a first day until a last day, both included; no last day means it still holds."""

    from_on = models.DateField(_("from"))
    until_on = models.DateField(_("until"), null=True, blank=True)

    objects: ClassVar[Any] = DatedQuerySet.as_manager()

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                condition=Q(until_on=None) | Q(until_on__gte=F("from_on")),
                name="%(app_label)s_%(class)s_until_after_from",
            )
        ]

    def holds(self, on: dt.date) -> bool:
        return self.from_on <= on and (self.until_on is None or on <= self.until_on)
