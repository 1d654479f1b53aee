"""A review that began outside the system, and the references it had there."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from common import clock
from reviews.journey import Stage
from reviews.models.recommendation import Course
from reviews.models.review import Review


class TakenOn(models.Model):
    """The review was taken on at a stage. What lies before it was done before the system: no guard
    asks for it again. `unknown` names the milestones whose days are said not to be known."""

    review = models.OneToOneField(Review, models.PROTECT, primary_key=True, related_name="taken_on")
    stage = models.CharField(max_length=20, choices=Stage)
    on = models.DateField()
    course = models.CharField(max_length=15, choices=Course, blank=True, default="")
    outline = models.TextField(blank=True)
    unknown = models.JSONField(default=list, blank=True)
    act = models.UUIDField()
    recorded_at = models.DateTimeField(default=clock.now)
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(stage__in=Stage.values), name="reviews_takenon_stage_known"
            ),
            models.CheckConstraint(
                condition=Q(course="") | Q(course__in=Course.values),
                name="reviews_takenon_course_known",
            ),
        ]


class OlderReference(models.Model):
    """What the review was called on paper or in another system: still found by it."""

    review = models.ForeignKey(Review, models.PROTECT, related_name="older_references")
    written = models.CharField(max_length=60)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["review", "written"], name="reviews_olderreference_once"
            ),
            models.CheckConstraint(
                condition=~Q(written=""), name="reviews_olderreference_says_something"
            ),
        ]

    def __str__(self) -> str:
        return self.written
