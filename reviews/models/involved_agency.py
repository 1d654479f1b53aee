"""The agencies that worked with the child and family."""

from django.db import models

from boards.models import Agency
from reviews.models.review import Review


class InvolvedAgency(models.Model):
    """An agency involved in the case, with whom to ask there (Annex 2, box 6).

    An agency that is not on the board's list is written by name alone ("Other: specify").
    """

    review = models.ForeignKey(Review, models.PROTECT, related_name="involved_agencies")
    agency = models.ForeignKey(Agency, models.PROTECT, null=True, blank=True, related_name="+")
    other_name = models.CharField(max_length=160, blank=True)
    contact_name = models.CharField(max_length=120, blank=True)
    contact_title = models.CharField(max_length=120, blank=True)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["review", "agency"], name="reviews_involved_agency_once"
            ),
            models.CheckConstraint(
                condition=models.Q(agency=None) ^ models.Q(other_name=""),
                name="reviews_involved_agency_listed_or_named",
            ),
        ]

    def __str__(self) -> str:
        return str(self.agency) if self.agency else self.other_name
