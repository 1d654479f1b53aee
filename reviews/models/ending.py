"""How a review ended, where it did not close in the usual way, or when it closed."""

from django.db import models
from django.db.models import Q

from reviews.models.review import Review


class Ending(models.Model):
    """Why a review was transferred, discontinued or converted, or what closing it rests on."""

    review = models.OneToOneField(Review, models.PROTECT, primary_key=True, related_name="ending")
    on = models.DateField()
    reasons = models.TextField(blank=True)
    difference = models.TextField(blank=True)
    # Off the usual road: on whose advice, where it goes on, who was told.
    advice = models.TextField(blank=True)
    goes_to = models.CharField(max_length=200, blank=True)
    their_reference = models.CharField(max_length=60, blank=True)
    told = models.TextField(blank=True)
    told_on = models.DateField(null=True, blank=True)
    government_told_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(told_on=None) | ~Q(told=""), name="reviews_ending_says_who_was_told"
            )
        ]
