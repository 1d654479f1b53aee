"""How an act is known that was not done here and now."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from common import clock
from common.deeds import Manner
from reviews.models.document import Document
from reviews.models.review import Review


class Provenance(models.Model):
    """Where the record of an act comes from: by what it was done or decided, where that is kept.

    `act` is its entry in the ledger. `happened` says that it was recorded as already past, which no
    gate refuses; `departs` that it then departed from the rule (the reason is a Departure).
    """

    review = models.ForeignKey(Review, models.PROTECT, related_name="provenances")
    act = models.UUIDField(unique=True)
    deed = models.CharField(max_length=60)
    on = models.DateField()
    how = models.CharField(max_length=10, choices=Manner, blank=True, default=Manner.NOT_SAID)
    where = models.TextField(blank=True)
    paper = models.ForeignKey(Document, models.PROTECT, null=True, blank=True, related_name="+")
    happened = models.BooleanField(default=False)
    departs = models.BooleanField(default=False)
    recorded_at = models.DateTimeField(default=clock.now)
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(how__in=Manner.values), name="reviews_provenance_how_known"
            ),
            models.CheckConstraint(
                condition=Q(happened=False) | ~Q(how=""), name="reviews_provenance_past_says_how"
            ),
            models.CheckConstraint(
                condition=Q(departs=False) | Q(happened=True),
                name="reviews_provenance_departs_from_the_past",
            ),
        ]
