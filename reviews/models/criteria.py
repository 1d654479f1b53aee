"""The criteria, limb by limb, as the sub-group finds them; and what was chosen beside what they
suggest."""

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from common import clock
from reviews.models.recommendation import Course
from reviews.models.review import Review


class AbuseGate(models.TextChoices):
    """The gate: abuse or neglect within the area of the Board (reg. 4(3))."""

    NOT_SAID = "", _("Not yet answered")
    KNOWN = "known", _("Known")
    SUSPECTED = "suspected", _("Suspected")
    NEITHER = "neither", _("Neither known nor suspected")


class AbuseKind(models.TextChoices):
    PHYSICAL = "physical", _("Physical abuse")
    EMOTIONAL = "emotional", _("Emotional or psychological abuse")
    SEXUAL = "sexual", _("Sexual abuse")
    NEGLECT = "neglect", _("Neglect")
    EXPLOITATION = "exploitation", _("Exploitation")
    FINANCIAL = "financial", _("Financial abuse")


class Happened(models.TextChoices):
    """The outcome limb, as checked; the referral keeps what was said at first."""

    NOT_SAID = "", _("Not yet known")
    DIED = "died", _("The child died")
    LIFE_THREATENING = "life_threatening", _("Potentially life-threatening injury")
    IMPAIRMENT = "impairment", _("Serious impairment of health or development")
    NONE = "none", _("None of these")


class Permanence(models.TextChoices):
    """Hard to know at referral: "not yet known" is an answer, with a day for the next look."""

    NOT_SAID = "", _("Not yet answered")
    PERMANENT = "permanent", _("Permanent")
    NOT_PERMANENT = "not_permanent", _("Not permanent")
    NOT_YET_KNOWN = "not_yet_known", _("Not yet known")


class Suggested(models.TextChoices):
    """What the criteria suggest; nobody is bound by it."""

    EXTENDED = "extended", _("An extended review")
    CONCISE = "concise", _("A concise review")
    NEITHER = "neither", _("Neither: a forum, another process or no review")


class CriteriaCheck(models.Model):
    """The answers to the criteria of one review, which may change as more becomes known."""

    review = models.OneToOneField(
        Review, models.PROTECT, primary_key=True, related_name="criteria_check"
    )
    version = models.PositiveIntegerField(default=1)
    abuse = models.CharField(
        max_length=10, choices=AbuseGate, blank=True, default=AbuseGate.NOT_SAID
    )
    abuse_kinds = ArrayField(
        models.CharField(max_length=15, choices=AbuseKind), blank=True, default=list
    )
    happened = models.CharField(
        max_length=20, choices=Happened, blank=True, default=Happened.NOT_SAID
    )
    event_on = models.DateField(null=True, blank=True)
    identified_on = models.DateField(null=True, blank=True)
    permanence = models.CharField(
        max_length=15, choices=Permanence, blank=True, default=Permanence.NOT_SAID
    )
    look_again_on = models.DateField(null=True, blank=True)
    is_historic = models.BooleanField(default=False)
    historic_why = models.TextField(blank=True)
    answered_on = models.DateField()
    answered_at = models.DateTimeField(default=clock.now)
    answered_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(
                    abuse__in=AbuseGate.values,
                    abuse_kinds__contained_by=AbuseKind.values,
                    happened__in=Happened.values,
                    permanence__in=Permanence.values,
                ),
                name="reviews_criteria_answers_known",
            ),
            models.CheckConstraint(
                condition=Q(permanence="") | Q(happened=Happened.IMPAIRMENT),
                name="reviews_criteria_permanence_of_impairment",
            ),
            models.CheckConstraint(
                condition=Q(permanence=Permanence.NOT_YET_KNOWN, look_again_on__isnull=False)
                | (~Q(permanence=Permanence.NOT_YET_KNOWN) & Q(look_again_on=None)),
                name="reviews_criteria_not_yet_known_is_looked_at_again",
            ),
            models.CheckConstraint(
                condition=Q(is_historic=False, historic_why="")
                | (Q(is_historic=True) & ~Q(historic_why="")),
                name="reviews_criteria_historic_says_why",
            ),
        ]

    @property
    def abuse_kind_labels(self) -> list[str]:
        return [str(AbuseKind(each).label) for each in self.abuse_kinds]


class CriteriaAnswer(models.Model):
    """What the criteria suggested when the sub-group recommended, and what it chose.

    Both are kept; where they differ, why.
    """

    review = models.ForeignKey(Review, models.PROTECT, related_name="criteria_answers")
    suggested = models.CharField(max_length=10, choices=Suggested)
    chosen = models.CharField(max_length=15, choices=Course)
    differs = models.BooleanField()
    why = models.TextField(blank=True)
    on = models.DateField()
    recorded_at = models.DateTimeField(default=clock.now)
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(differs=False) | ~Q(why=""), name="reviews_criteria_answer_says_why"
            ),
            models.CheckConstraint(
                condition=Q(suggested__in=Suggested.values, chosen__in=Course.values),
                name="reviews_criteria_answer_known",
            ),
        ]
