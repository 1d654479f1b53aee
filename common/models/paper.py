"""Papers that somebody asked for and the worker makes."""

import uuid

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from common import clock
from common.models.stored_file import StoredFile


class PaperState(models.TextChoices):
    WAITING = "waiting", _("Being made")
    MADE = "made", _("Ready")
    FAILED = "failed", _("Could not be made")


class PaperRequest(models.Model):
    """One PDF in one language, asked for by a person. `subject` holds ids only, never a name."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    kind = models.CharField(_("kind"), max_length=60)
    subject = models.JSONField(_("subject"), default=dict)
    language = models.CharField(_("language"), max_length=5)
    asked_by_id = models.BigIntegerField(_("asked for by"))
    asked_at = models.DateTimeField(_("asked for at"), default=clock.now)
    state = models.CharField(
        _("state"), max_length=10, choices=PaperState, default=PaperState.WAITING
    )
    tries = models.PositiveSmallIntegerField(_("tries"), default=0)
    claimed_until = models.DateTimeField(_("claimed until"), null=True, blank=True)
    file = models.ForeignKey(
        StoredFile, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("file")
    )
    pdf_missing = models.BooleanField(_("this server cannot make PDFs"), default=False)

    class Meta:
        verbose_name = _("paper")
        verbose_name_plural = _("papers")
        constraints = [
            models.CheckConstraint(
                condition=Q(state=PaperState.MADE, file__isnull=False)
                | (~Q(state=PaperState.MADE) & Q(file=None)),
                name="common_paperrequest_made_has_file",
            ),
            models.CheckConstraint(
                condition=Q(state__in=PaperState.values), name="common_paperrequest_state_known"
            ),
        ]
        indexes = [
            models.Index(
                fields=["asked_at"],
                condition=Q(state="waiting"),
                name="common_paper_waiting",
            )
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.state}"
