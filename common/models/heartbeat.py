"""Signs of life of the programs that work in the background."""

import datetime as dt

from django.db import models
from django.db.models import DurationField, ExpressionWrapper, F
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _


class HeartbeatQuerySet(models.QuerySet["Heartbeat"]):
    """Time here is the database's own: it measures machines, and the demo's day stands still."""

    def note(self, name: str) -> None:
        """That program is alive at this moment."""
        self.bulk_create(
            [Heartbeat(name=name, seen_at=Now())],
            update_conflicts=True,
            unique_fields=["name"],
            update_fields=["seen_at"],
        )

    def ages(self) -> dict[str, dt.timedelta]:
        """How long ago each program gave its last sign."""
        passed = ExpressionWrapper(Now() - F("seen_at"), output_field=DurationField())
        return dict(self.annotate(age=passed).values_list("name", "age"))


class Heartbeat(models.Model):
    """The last sign of life of one program, such as the worker."""

    name = models.CharField(_("name"), max_length=30, unique=True)
    seen_at = models.DateTimeField(_("last seen"))

    objects = HeartbeatQuerySet.as_manager()

    class Meta:
        verbose_name = _("sign of life")
        verbose_name_plural = _("signs of life")

    def __str__(self) -> str:
        return self.name
