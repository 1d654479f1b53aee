"""A review that became of the other type after it was commissioned."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from boards.models import Person
from reviews.models.review import Review, ReviewKind


class KindChange(models.Model):
    """The Chair made a concise review extended, or the reverse. Numbered from 1 in each review."""

    review = models.ForeignKey(Review, models.PROTECT, related_name="kind_changes")
    number = models.PositiveSmallIntegerField()
    old = models.CharField(max_length=10, choices=ReviewKind)
    new = models.CharField(max_length=10, choices=ReviewKind)
    reasons = models.TextField()
    changed_on = models.DateField()
    decided_by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(
                fields=["review", "number"], name="reviews_kind_change_numbered_once"
            ),
            models.CheckConstraint(
                condition=Q(old__in=["concise", "extended"], new__in=["concise", "extended"])
                & ~Q(old=F("new")),
                name="reviews_kind_change_is_a_change",
            ),
            models.CheckConstraint(condition=~Q(reasons=""), name="reviews_kind_change_says_why"),
        ]
