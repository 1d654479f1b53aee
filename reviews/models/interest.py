"""Declared interests and how far they keep somebody out."""

from typing import Any, Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

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
    grade = models.CharField(_("grade"), max_length=10, choices=Grade)
    reason = models.TextField(_("what the interest is"))
    declared_on = models.DateField(_("declared on"))
    set_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    lifted_at = models.DateTimeField(_("lifted at"), null=True, blank=True)
    lifted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    lifted_why = models.TextField(_("why it was lifted"), blank=True)

    objects = InterestQuerySet.as_manager()

    class Meta:
        verbose_name = _("interest")
        verbose_name_plural = _("interests")
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
