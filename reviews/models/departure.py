"""Where something was done out of the usual order, and why it went ahead all the same."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from reviews.models.review import Review


class Departure(models.Model):
    """The reason given for a deed that went ahead over a warning. `act` is its entry in the ledger;
    `missing` the codes of what was warned of."""

    review = models.ForeignKey(Review, models.PROTECT, related_name="departures")
    act = models.UUIDField(unique=True)
    deed = models.CharField(max_length=60)
    missing = models.JSONField(default=list)
    reason = models.TextField()
    on = models.DateField()
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(reason=""), name="reviews_departure_says_why")
        ]
