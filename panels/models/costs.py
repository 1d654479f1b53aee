"""What a review costs (Annex 2, recommendation form, box 11)."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from common import clock
from reviews.models import Review


class Costs(models.Model):
    """The reviewers' agreed fee and how it is met, other costs, and what has been spent, in pounds.

    A later recording takes the place of the earlier; `version` notices two people at once.
    """

    review = models.OneToOneField(Review, models.PROTECT, primary_key=True, related_name="+")
    version = models.PositiveSmallIntegerField(default=1)
    fee = models.DecimalField(max_digits=9, decimal_places=2, null=True, blank=True)
    met_by = models.TextField(blank=True)
    additional = models.DecimalField(max_digits=9, decimal_places=2, null=True, blank=True)
    additional_for = models.TextField(blank=True)
    spent = models.DecimalField(max_digits=9, decimal_places=2, null=True, blank=True)
    recorded_on = models.DateField()
    recorded_at = models.DateTimeField(default=clock.now)
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=(Q(fee=None) | Q(fee__gte=0))
                & (Q(additional=None) | Q(additional__gte=0))
                & (Q(spent=None) | Q(spent__gte=0)),
                name="panels_costs_none_below_nothing",
            )
        ]
