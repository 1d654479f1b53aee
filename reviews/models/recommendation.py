"""What the sub-group recommends (Annex 2, first form)."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from boards.models import Person
from reviews.models.review import Review


class Course(models.TextChoices):
    """What may be recommended and decided: a review of either kind, or another course."""

    CONCISE = "concise", _("A concise review")
    EXTENDED = "extended", _("An extended review")
    FORUM = "forum", _("A multi-agency professional forum")
    ANOTHER_LEADS = "another_leads", _("Another review leads")
    NO_REVIEW = "no_review", _("No review")

    @property
    def is_review(self) -> bool:
        return self in (Course.CONCISE, Course.EXTENDED)


class Vote(models.TextChoices):
    UNANIMOUS = "unanimous", _("Unanimous")
    MAJORITY = "majority", _("By majority")


class Recommendation(models.Model):
    """The sub-group's recommendation to the Board Chair (§5.6)."""

    review = models.OneToOneField(
        Review, models.PROTECT, primary_key=True, related_name="recommendation"
    )
    course = models.CharField(max_length=15, choices=Course)
    vote = models.CharField(max_length=10, choices=Vote)
    dissent = models.TextField(blank=True)
    outline = models.TextField()
    rationale = models.TextField()
    period_from_on = models.DateField(null=True, blank=True)
    period_until_on = models.DateField(null=True, blank=True)
    period_why = models.TextField(blank=True)
    recommended_on = models.DateField()
    recommended_by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(course__in=Course.values, vote__in=Vote.values),
                name="reviews_recommendation_course_and_vote_known",
            ),
            models.CheckConstraint(
                condition=~Q(outline="") & ~Q(rationale=""),
                name="reviews_recommendation_says_why",
            ),
            models.CheckConstraint(
                condition=~Q(vote=Vote.MAJORITY) | ~Q(dissent=""),
                name="reviews_recommendation_majority_tells_dissent",
            ),
            models.CheckConstraint(
                condition=~Q(course__in=["concise", "extended"])
                | (
                    Q(period_from_on__isnull=False, period_until_on__isnull=False)
                    & ~Q(period_why="")
                ),
                name="reviews_recommendation_review_has_period",
            ),
            models.CheckConstraint(
                condition=Q(period_until_on__gte=models.F("period_from_on"))
                | Q(period_from_on=None)
                | Q(period_until_on=None),
                name="reviews_recommendation_period_in_order",
            ),
        ]
