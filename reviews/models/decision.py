"""What the Board Chair decides, and what the Board says when the Chair disagrees."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from boards.models import Person
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
    conflicting_views = models.TextField(blank=True)
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
        ]


class BoardDiscussion(models.Model):
    """The Board's discussion when the Chair disagrees with the recommendation (§5.8)."""

    review = models.OneToOneField(
        Review, models.PROTECT, primary_key=True, related_name="board_discussion"
    )
    held_on = models.DateField()
    views = models.TextField()


class Notice(models.Model):
    """Welsh Government is told of every recommendation and of every outcome (§5.7, §5.8)."""

    class About(models.TextChoices):
        RECOMMENDATION = "recommendation", _("The recommendation")
        OUTCOME = "outcome", _("The outcome")

    review = models.ForeignKey(Review, models.PROTECT, related_name="notices")
    about = models.CharField(max_length=15, choices=About)
    sent_on = models.DateField()
    sent_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    acknowledged_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["sent_on", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["review", "about"], name="reviews_notice_once"),
            models.CheckConstraint(
                condition=Q(acknowledged_on=None) | Q(acknowledged_on__gte=models.F("sent_on")),
                name="reviews_notice_acknowledged_after_sent",
            ),
        ]
