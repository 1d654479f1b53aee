"""What the sub-group recommends (Annex 2, first form)."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from boards.models import Agency, Person
from common.answers import IT_IS, IT_MAY, IT_WILL_BE, NOT_YET_KNOWN
from reviews.models.meeting import Meeting
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


class PeriodBand(models.TextChoices):
    """The boxes of the form for the period under review; it treats the last as outside guidance."""

    NOT_SAID = "", _("Not said")
    UP_TO_6 = "0-6", _("0 to 6 months")
    UP_TO_12 = "6-12", _("6 to 12 months")
    UP_TO_24 = "12-24", _("12 to 24 months")
    LONGER = "24+", _("More than 24 months")


class YesNo(models.TextChoices):
    """A yes or no box of the form; unanswered until it is known. What its answers are called
    depends on the question: see common.answers."""

    NOT_SAID = "", NOT_YET_KNOWN
    YES = "yes", IT_IS.yes
    NO = "no", IT_IS.no


class Media(models.TextChoices):
    """Likely communication and media issues (§5.6). "None known" is an answer."""

    NOT_SAID = "", _("Not yet answered")
    NONE_KNOWN = "none_known", _("None known")
    LIKELY = "likely", _("There are, or may be")


class Recommendation(models.Model):
    """The sub-group's recommendation to the Board Chair (§5.6; Annex 2, first form).

    The same form serves a review of either kind, a forum, no review and another process. The
    agencies it names are InvolvedAgency rows of the review.
    """

    review = models.OneToOneField(
        Review, models.PROTECT, primary_key=True, related_name="recommendation"
    )
    course = models.CharField(max_length=15, choices=Course)
    vote = models.CharField(max_length=10, choices=Vote)
    dissent = models.TextField(blank=True)
    meeting = models.ForeignKey(Meeting, models.PROTECT, null=True, blank=True, related_name="+")
    # 1. Outline
    outline = models.TextField()
    legal_status = models.TextField(blank=True)
    safeguarding_action = models.TextField(blank=True)
    # 2 to 4. Recommendation and rationale
    other_process = models.TextField(blank=True)
    rationale = models.TextField()
    reviews_considered = models.TextField(blank=True)
    alternatives_considered = models.TextField(blank=True)
    other_review_needs = models.TextField(blank=True)
    # 5. Period
    period_band = models.CharField(
        max_length=5, choices=PeriodBand, blank=True, default=PeriodBand.NOT_SAID
    )
    period_from_on = models.DateField(null=True, blank=True)
    period_until_on = models.DateField(null=True, blank=True)
    period_why = models.TextField(blank=True)
    # 7. Agency identified to chair the panel
    chairing_agency = models.ForeignKey(
        Agency, models.PROTECT, null=True, blank=True, related_name="+"
    )
    chairing_other = models.CharField(max_length=160, blank=True)  # not on the board's list
    chair_who = models.CharField(max_length=200, blank=True)
    chair_is_independent = models.CharField(max_length=3, choices=IT_IS.box, blank=True, default="")
    chair_why = models.TextField(blank=True)
    # 8 and 10. Issues and questions for the terms of reference, one a line
    questions = models.TextField(blank=True)
    further_issues = models.TextField(blank=True)
    # 9. Reviewer
    reviewer_needed = models.CharField(max_length=3, choices=IT_MAY.box, blank=True, default="")
    reviewer_known = models.CharField(max_length=3, choices=IT_IS.box, blank=True, default="")
    reviewer_details = models.TextField(blank=True)
    # 11. Costs, in pounds
    reviewer_cost = models.DecimalField(max_digits=9, decimal_places=2, null=True, blank=True)
    reviewer_cost_met_by = models.TextField(blank=True)
    additional_cost = models.DecimalField(max_digits=9, decimal_places=2, null=True, blank=True)
    additional_cost_for = models.TextField(blank=True)
    # 12 and 13. Dates
    first_panel_on = models.DateField(null=True, blank=True)
    is_in_time = models.CharField(max_length=3, choices=IT_WILL_BE.box, blank=True, default="")
    time_issues = models.TextField(blank=True)
    report_expected_on = models.DateField(null=True, blank=True)  # the first of the month
    # Not on the form, wanted by §5.6
    media = models.CharField(max_length=10, choices=Media, blank=True, default=Media.NOT_SAID)
    media_issues = models.TextField(blank=True)
    # 14. Signature
    signed_title = models.CharField(max_length=120, blank=True)
    signed_telephone = models.CharField(max_length=40, blank=True)
    # An urgent case: commissioned on type, vote, outline and rationale; the rest by the first panel
    is_urgent = models.BooleanField(default=False)
    completed_on = models.DateField(null=True, blank=True)
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
                | Q(is_urgent=True, completed_on=None)
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
            models.CheckConstraint(
                condition=Q(
                    period_band__in=PeriodBand.values,
                    chair_is_independent__in=YesNo.values,
                    reviewer_needed__in=YesNo.values,
                    reviewer_known__in=YesNo.values,
                    is_in_time__in=YesNo.values,
                    media__in=Media.values,
                ),
                name="reviews_recommendation_boxes_known",
            ),
            models.CheckConstraint(
                condition=~Q(media=Media.LIKELY) | ~Q(media_issues=""),
                name="reviews_recommendation_media_says_which",
            ),
        ]
