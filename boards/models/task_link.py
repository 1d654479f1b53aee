"""A link to one task, sent to one person's own address."""

import datetime as dt
from typing import Self

from django.db import models
from django.db.models import F, Q

from boards.models.person import Person


class TaskLinkQuerySet(models.QuerySet["TaskLink"]):
    def open(self, at: dt.datetime) -> Self:
        """Neither withdrawn nor run out."""
        return self.filter(withdrawn_at=None, expires_at__gt=at)


class TaskLink(models.Model):
    """Only the hash of its token is kept. It opens its one page, after a code, until it runs out.

    `code_hash` is the code sent last; a few wrong tries use it up.
    """

    person = models.ForeignKey(Person, models.PROTECT, related_name="task_links")
    path = models.CharField(max_length=200)
    and_below = models.BooleanField(default=False)  # the pages whose address begins with it, too
    token_hash = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    code_hash = models.CharField(max_length=128, blank=True)
    code_expires_at = models.DateTimeField(null=True, blank=True)
    code_tries = models.PositiveSmallIntegerField(default=0)
    codes_sent = models.PositiveIntegerField(default=0)
    opened_at = models.DateTimeField(null=True, blank=True)

    objects = TaskLinkQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(expires_at__gt=F("made_at")), name="boards_tasklink_expires_after_made"
            ),
            models.CheckConstraint(
                condition=Q(path__startswith="/"), name="boards_tasklink_leads_within"
            ),
            models.CheckConstraint(
                condition=Q(code_hash="", code_expires_at=None)
                | (~Q(code_hash="") & Q(code_expires_at__isnull=False)),
                name="boards_tasklink_code_runs_out",
            ),
        ]
