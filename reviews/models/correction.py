"""What was corrected: a wrong day, a mistaken move. The old stands beside the new."""

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models import Q

from common import clock
from guidance.milestones import SET_DAYS, Milestone
from reviews.models.review import Review
from reviews.models.stage_change import StageChange

# A set day is none of these: it follows from the row of its room.
CORRECTED = [str(each) for each in Milestone if each not in SET_DAYS]


class Correction(models.Model):
    """A day of a milestone was corrected (no `new_on`: it is not known after all), or a move was
    undone. `act` is its entry in the ledger."""

    review = models.ForeignKey(Review, models.PROTECT, related_name="corrections")
    act = models.UUIDField(unique=True)
    milestone = models.CharField(max_length=40, blank=True)
    old_on = models.DateField(null=True, blank=True)
    new_on = models.DateField(null=True, blank=True)
    change = models.OneToOneField(
        StageChange, models.PROTECT, null=True, blank=True, related_name="undoing"
    )
    reason = models.TextField()
    recorded_at = models.DateTimeField(default=clock.now)
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(reason=""), name="reviews_correction_says_why"),
            models.CheckConstraint(
                condition=(
                    Q(change=None, milestone__in=CORRECTED)
                    & (Q(old_on__isnull=False) | Q(new_on__isnull=False))
                )
                | Q(change__isnull=False, milestone="", old_on=None, new_on=None),
                name="reviews_correction_of_a_day_or_a_move",
            ),
        ]

    @property
    def milestone_label(self) -> str:
        return str(Milestone(self.milestone).label) if self.milestone else ""


class Withdrawn(models.Model):
    """A row that a mistaken move had written, kept whole as it was when the move was undone.

    It stands here and not among the others, so that no question asked of a case can take it for a
    recommendation, a decision or an end that stands.
    """

    correction = models.ForeignKey(Correction, models.PROTECT, related_name="withdrawn")
    kind = models.CharField(max_length=60)
    row = models.CharField(max_length=40)
    content = models.JSONField(encoder=DjangoJSONEncoder)

    class Meta:
        ordering = ["pk"]
