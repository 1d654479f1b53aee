"""How a review ended, where it did not close in the usual way, or when it closed."""

from django.db import models

from reviews.models.review import Review


class Ending(models.Model):
    """Why a review was transferred, discontinued or converted, or what closing it rests on."""

    review = models.OneToOneField(Review, models.PROTECT, primary_key=True, related_name="ending")
    on = models.DateField()
    reasons = models.TextField(blank=True)
    difference = models.TextField(blank=True)
