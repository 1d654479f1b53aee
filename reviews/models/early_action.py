"""What was done before any review had learned anything."""

import uuid
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from boards.models import Agency
from common import clock
from reviews.models.review import Review


class EarlyActionKind(models.TextChoices):
    SAFEGUARDING = "safeguarding", _("To keep a child safe at once")
    LEARNING = "learning", _("Early learning put into practice")


class EarlyActions(models.QuerySet["EarlyAction"]):
    def standing(self) -> Self:
        return self.filter(withdrawn_at=None)


class EarlyAction(models.Model):
    """Something an agency did at once, to keep children safe or because the lesson was plain
    already. Lessons need not wait for the end of a review."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    review = models.ForeignKey(Review, models.PROTECT, related_name="early_actions")
    kind = models.CharField(max_length=15, choices=EarlyActionKind)
    what = models.TextField()
    agency = models.ForeignKey(Agency, models.PROTECT, null=True, blank=True, related_name="+")
    other_agency = models.CharField(max_length=160, blank=True)
    learning = models.TextField(blank=True)
    done_on = models.DateField()
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField(default=clock.now)
    # What was recorded wrongly stays, with the reason; what is right is a row of its own.
    replaces = models.OneToOneField(
        "self", models.PROTECT, null=True, blank=True, related_name="replaced_by"
    )
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    withdrawn_why = models.TextField(blank=True)

    objects = models.Manager.from_queryset(EarlyActions)()

    class Meta:
        ordering = ["done_on", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(kind__in=EarlyActionKind.values), name="reviews_earlyaction_kind_known"
            ),
            models.CheckConstraint(condition=~Q(what=""), name="reviews_earlyaction_says_what"),
            models.CheckConstraint(
                condition=Q(agency=None) ^ Q(other_agency=""),
                name="reviews_earlyaction_agency_listed_or_named",
            ),
            models.CheckConstraint(
                condition=Q(withdrawn_at=None, withdrawn_by=None, withdrawn_why="")
                | (
                    Q(withdrawn_at__isnull=False, withdrawn_by__isnull=False) & ~Q(withdrawn_why="")
                ),
                name="reviews_earlyaction_withdrawn_says_why",
            ),
        ]

    @property
    def agency_name(self) -> str:
        return str(self.agency) if self.agency else self.other_agency
