"""Declared interests and how far they keep somebody out."""

from typing import Any, Self

from django.conf import settings
from django.db import models
from django.db.models import Q

from boards.models import Person
from reviews.capacities import Grade
from reviews.models.review import Review


class InterestQuerySet(models.QuerySet[Any]):
    def standing(self) -> Self:
        """Those that have not been lifted."""
        return self.filter(lifted_at=None)


class Interest(models.Model):
    """A person's interest in a case, its grade, and why. A new grade is a new row."""

    review = models.ForeignKey(Review, models.PROTECT, related_name="interests")
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    grade = models.CharField(max_length=10, choices=Grade)
    reason = models.TextField()
    declared_on = models.DateField()
    set_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    lifted_at = models.DateTimeField(null=True, blank=True)
    lifted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    lifted_why = models.TextField(blank=True)

    objects = InterestQuerySet.as_manager()

    class Meta:
        ordering = ["declared_on", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["review", "person"],
                condition=Q(lifted_at=None),
                name="reviews_interest_one_standing",
            ),
            models.CheckConstraint(
                condition=Q(grade__in=Grade.values), name="reviews_interest_grade_known"
            ),
            models.CheckConstraint(
                condition=Q(lifted_at=None, lifted_by=None, lifted_why="")
                | (Q(lifted_at__isnull=False, lifted_by__isnull=False) & ~Q(lifted_why="")),
                name="reviews_interest_lifted_by_whom_and_why",
            ),
        ]
