"""The sub-group's work before it recommends: the draft of the form, and looking again later."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from boards.models import Person
from common import clock
from reviews.models.review import Review


class RecommendationDraft(models.Model):
    """The recommendation while it is written, over several sittings and by several people.

    `answers` are what was typed, by field, also where it is not finished or not right yet. What it
    still lacks is worked out when it is saved: `lacking` stands in the way of recommending,
    `doubts` ask for a reason (codes of reviews.recommendation.gaps).
    """

    review = models.OneToOneField(Review, models.PROTECT, primary_key=True, related_name="+")
    version = models.PositiveIntegerField(default=1)
    answers = models.JSONField(default=dict)
    lacking = models.JSONField(default=list)
    doubts = models.JSONField(default=list)
    saved_at = models.DateTimeField(default=clock.now)
    saved_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(version__gte=1), name="reviews_recommendation_draft_counts_from_one"
            )
        ]


class Deferral(models.Model):
    """The sub-group looks at the case again on a later day, for a reason. The six months go on."""

    review = models.ForeignKey(Review, models.PROTECT, related_name="deferrals")
    deferred_on = models.DateField()
    next_on = models.DateField()
    reason = models.TextField()
    decided_by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField(default=clock.now)
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        ordering = ["-deferred_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(next_on__gt=F("deferred_on")), name="reviews_deferral_looks_ahead"
            ),
            models.CheckConstraint(condition=~Q(reason=""), name="reviews_deferral_says_why"),
        ]
