"""What the Board Chair decides, and what the Board says when the Chair disagrees."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from boards.models import Person
from reviews.models.meeting import Meeting
from reviews.models.recommendation import Course
from reviews.models.review import Review


class Reply(models.TextChoices):
    """The three answers on the form, and the final one after the Board's discussion (§5.8)."""

    AGREE = "agree", _("I agree")
    AMEND = "amend", _("I agree with the following amendments")
    DISAGREE = "disagree", _("I disagree")
    FINAL = "final", _("Final answer after the Board's discussion")


class Decision(models.Model):
    """One answer of the Chair. A case has one, or two where the Board discussed it between."""

    review = models.ForeignKey(Review, models.PROTECT, related_name="decisions")
    reply = models.CharField(max_length=10, choices=Reply)
    course = models.CharField(max_length=15, choices=Course, blank=True)
    reasons = models.TextField(blank=True)
    # What the Chair would do instead, put to the Board with the disagreement.
    proposed_course = models.CharField(max_length=15, choices=Course, blank=True)
    proposed_action = models.TextField(blank=True)
    conflicting_views = models.TextField(blank=True)
    signed_title = models.CharField(max_length=120, blank=True)
    signed_telephone = models.CharField(max_length=40, blank=True)
    present_to_board_on = models.DateField(null=True, blank=True)
    decided_on = models.DateField()
    decided_by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["review"], condition=Q(reply="disagree"), name="reviews_decision_one_no"
            ),
            models.UniqueConstraint(
                fields=["review"], condition=~Q(reply="disagree"), name="reviews_decision_one_end"
            ),
            models.CheckConstraint(
                condition=Q(reply=Reply.AGREE) | ~Q(reasons=""),
                name="reviews_decision_gives_reasons",
            ),
            models.CheckConstraint(
                condition=Q(reply=Reply.DISAGREE, course="")
                | (~Q(reply=Reply.DISAGREE) & Q(course__in=Course.values)),
                name="reviews_decision_names_course",
            ),
            models.CheckConstraint(
                condition=Q(proposed_course="", proposed_action="")
                | Q(reply=Reply.DISAGREE, proposed_course__in=["", *Course.values]),
                name="reviews_decision_only_a_no_proposes",
            ),
        ]


class Amended(models.TextChoices):
    """What of the recommendation the Chair may amend by name; anything else is said in words."""

    COURSE = "course", _("What is recommended")
    PERIOD_FROM = "period_from_on", _("Period to review: from")
    PERIOD_UNTIL = "period_until_on", _("Period to review: until")
    PERIOD_WHY = "period_why", _("Rationale for the period")
    AGENCIES = "agencies", _("Agencies involved in the case")
    CHAIR = "chair_who", _("Who is to chair the panel")
    QUESTIONS = "questions", _("Particular issues for the terms of reference")
    FURTHER = "further_issues", _("Additional questions")
    FIRST_PANEL = "first_panel_on", _("Date of the first panel meeting")
    EXPECTED = "report_expected_on", _("Anticipated date of the completed report")

    @property
    def is_day(self) -> bool:
        return self.value.endswith("_on")


class Amendment(models.Model):
    """One field of the recommendation as the Chair changed it. The recommendation stays as signed.

    A day is written YYYY-MM-DD, a course by its code, agencies one a line.
    """

    decision = models.ForeignKey(Decision, models.PROTECT, related_name="amendments")
    field = models.CharField(max_length=20, choices=Amended)
    old = models.TextField(blank=True)
    new = models.TextField(blank=True)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["decision", "field"], name="reviews_amendment_once"),
            models.CheckConstraint(
                condition=Q(field__in=Amended.values), name="reviews_amendment_field_known"
            ),
            models.CheckConstraint(
                condition=~Q(old=models.F("new")), name="reviews_amendment_changes_something"
            ),
        ]


class BoardDiscussion(models.Model):
    """The Board's discussion when the Chair disagrees with the recommendation (§5.8)."""

    review = models.OneToOneField(
        Review, models.PROTECT, primary_key=True, related_name="board_discussion"
    )
    held_on = models.DateField()
    meeting = models.ForeignKey(Meeting, models.PROTECT, null=True, blank=True, related_name="+")
    views = models.TextField()
    dissent = models.TextField(blank=True)
