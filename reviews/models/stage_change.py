"""Every move of a review, once and for all."""

from typing import Any, Self

from django.conf import settings
from django.db import models
from django.db.models import Q

from boards.models import Person
from reviews.journey import Stage
from reviews.models.review import Review


class StageChangeQuerySet(models.QuerySet[Any]):
    def standing(self) -> Self:
        """Those that have not been undone."""
        return self.filter(undone_at=None)


class StageChange(models.Model):
    """A review moved from one stage to another: when in the world, who typed it, who decided it."""

    review = models.ForeignKey(Review, models.PROTECT, related_name="stage_changes")
    move = models.CharField(max_length=30)
    from_stage = models.CharField(max_length=20, choices=Stage)
    to_stage = models.CharField(max_length=20, choices=Stage)
    on = models.DateField()
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    decided_by = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="+")
    act = models.UUIDField()
    # The milestones dated by the move: undoing takes them back.
    reached = models.JSONField(default=list, blank=True)
    undone_at = models.DateTimeField(null=True, blank=True)

    objects = StageChangeQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(from_stage__in=Stage.values, to_stage__in=Stage.values),
                name="reviews_stagechange_stages_known",
            )
        ]
