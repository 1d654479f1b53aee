"""The board's other work: forums, adult reviews and whatever else stands in the same list."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from boards.models import Board, Person
from reviews.models.review import Review


class WorkKind(models.TextChoices):
    FORUM = "forum", _("Multi-agency professional forum")
    ADULT = "adult", _("Adult practice review")
    SUSR = "susr", _("Single Unified Safeguarding Review")
    OTHER = "other", _("Other work")


class WorkStage(models.TextChoices):
    PLANNED = "planned", _("Planned")
    UNDER_WAY = "under_way", _("Under way")
    COMPLETE = "complete", _("Complete")
    NOT_HELD = "not_held", _("Not gone on with")
    ESCALATED = "escalated", _("Became a referral for a review")


ENDED_WORK = (WorkStage.COMPLETE, WorkStage.NOT_HELD, WorkStage.ESCALATED)


class OtherWork(models.Model):
    """One piece of it, with what a list needs. Its own papers are kept where they always were."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    board = models.ForeignKey(Board, models.PROTECT, related_name="+")
    kind = models.CharField(max_length=10, choices=WorkKind)
    reference = models.CharField(max_length=60)
    stage = models.CharField(max_length=10, choices=WorkStage, default=WorkStage.PLANNED)
    stage_since = models.DateField()
    began_on = models.DateField()
    next_on = models.DateField(null=True, blank=True)
    next_what = models.CharField(max_length=120, blank=True)
    ended_on = models.DateField(null=True, blank=True)
    lead = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="+")
    note = models.TextField(blank=True)
    # The case whose decision it follows from, and the case it became.
    review = models.ForeignKey(
        Review, models.PROTECT, null=True, blank=True, related_name="other_work"
    )
    became = models.ForeignKey(Review, models.PROTECT, null=True, blank=True, related_name="+")
    version = models.PositiveIntegerField(default=1)
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        ordering = ["-began_on", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["board", "reference"], name="reviews_otherwork_reference_once"
            ),
            models.CheckConstraint(
                condition=Q(kind__in=WorkKind.values, stage__in=WorkStage.values),
                name="reviews_otherwork_kind_and_stage_known",
            ),
            models.CheckConstraint(condition=~Q(reference=""), name="reviews_otherwork_named"),
            models.CheckConstraint(
                condition=Q(stage__in=ENDED_WORK, ended_on__isnull=False)
                | (~Q(stage__in=ENDED_WORK) & Q(ended_on=None)),
                name="reviews_otherwork_ended_has_day",
            ),
            models.CheckConstraint(
                condition=Q(ended_on=None) | Q(ended_on__gte=F("began_on")),
                name="reviews_otherwork_days_in_order",
            ),
        ]

    def __str__(self) -> str:
        return self.reference

    def get_absolute_url(self) -> str:
        return reverse("reviews:other_work", args=[self.uuid])

    @property
    def is_running(self) -> bool:
        return self.stage not in ENDED_WORK


class ForumSource(models.TextChoices):
    REFERRAL = "referral", _("A referral")
    AUDIT = "audit", _("An audit")
    INSPECTION = "inspection", _("An inspection")
    PRACTITIONER = "practitioner", _("A practitioner or manager")


class ForumPurpose(models.TextChoices):
    CASE = "case", _("Learning from a case")
    DISSEMINATION = "dissemination", _("Sharing findings")


class Forum(models.Model):
    """The record of a multi-agency professional forum: without it no forum counts as complete."""

    work = models.OneToOneField(OtherWork, models.PROTECT, primary_key=True, related_name="forum")
    source = models.CharField(max_length=15, choices=ForumSource)
    purpose = models.CharField(max_length=15, choices=ForumPurpose)
    topic = models.TextField()
    consent = models.TextField(blank=True)
    chronology_on = models.DateField(null=True, blank=True)
    history_on = models.DateField(null=True, blank=True)
    held_on = models.DateField(null=True, blank=True)
    first_facilitator = models.CharField(max_length=120, blank=True)
    first_discipline = models.CharField(max_length=80, blank=True)
    second_facilitator = models.CharField(max_length=120, blank=True)
    second_discipline = models.CharField(max_length=80, blank=True)
    facilitators_uninvolved = models.BooleanField(default=False)
    observer = models.CharField(max_length=120, blank=True)
    attendance = models.TextField(blank=True)
    learning = models.TextField(blank=True)
    actions = models.TextField(blank=True)
    dissemination = models.TextField(blank=True)
    evaluation = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(source__in=ForumSource.values, purpose__in=ForumPurpose.values),
                name="reviews_forum_source_and_purpose_known",
            ),
            models.CheckConstraint(condition=~Q(topic=""), name="reviews_forum_has_topic"),
        ]
