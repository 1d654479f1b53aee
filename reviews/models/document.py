"""The papers of a case: e-mails, letters, minutes, evidence."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from common import clock
from common.models import StoredFile
from reviews.models.review import Review


class DocumentKind(models.TextChoices):
    EMAIL = "email", _("E-mail")
    LETTER = "letter", _("Letter")
    MINUTES = "minutes", _("Minutes")
    FORM = "form", _("Form")
    REPORT = "report", _("Report")
    EVIDENCE = "evidence", _("Evidence of a decision")
    OTHER = "other", _("Other paper")


class Marking(models.TextChoices):
    """How a paper is classified. Legal advice is open to those who may read it alone."""

    OFFICIAL_SENSITIVE = "official_sensitive", _("Official - sensitive")
    LEGAL = "legal", _("Legal advice, privileged")
    NAMES = "names", _("Names the child or the family")


class Document(models.Model):
    """One version of one paper. A new version points at the one it replaces; nothing is deleted:
    a paper is withdrawn, with the reason."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    review = models.ForeignKey(Review, models.PROTECT, related_name="documents")
    number = models.PositiveSmallIntegerField(default=1)  # the same for every version
    file = models.ForeignKey(StoredFile, models.PROTECT, related_name="+")
    title = models.CharField(max_length=160)
    kind = models.CharField(max_length=10, choices=DocumentKind)
    marking = models.CharField(max_length=20, choices=Marking, default=Marking.OFFICIAL_SENSITIVE)
    dated_on = models.DateField(null=True, blank=True)
    version = models.PositiveSmallIntegerField(default=1)
    replaces = models.OneToOneField(
        "self", models.PROTECT, null=True, blank=True, related_name="replaced_by"
    )
    withdrawn_why = models.TextField(blank=True)
    withdrawn_on = models.DateField(null=True, blank=True)
    withdrawn_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    added_at = models.DateTimeField(default=clock.now)
    added_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        ordering = ["-added_at", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(kind__in=DocumentKind.values, marking__in=Marking.values),
                name="reviews_document_kind_and_marking_known",
            ),
            models.CheckConstraint(condition=~Q(title=""), name="reviews_document_has_a_title"),
            models.CheckConstraint(
                condition=Q(version=1, replaces=None) | Q(version__gt=1, replaces__isnull=False),
                name="reviews_document_version_replaces_one",
            ),
            models.CheckConstraint(
                condition=Q(replaces=None) | ~Q(replaces=F("pk")),
                name="reviews_document_not_its_own_version",
            ),
            models.UniqueConstraint(
                fields=["review", "number", "version"], name="reviews_document_numbered_once"
            ),
            models.CheckConstraint(
                condition=Q(withdrawn_why="", withdrawn_on=None, withdrawn_by=None)
                | (
                    ~Q(withdrawn_why="") & Q(withdrawn_on__isnull=False, withdrawn_by__isnull=False)
                ),
                name="reviews_document_withdrawn_by_somebody_for_a_reason",
            ),
        ]

    def __str__(self) -> str:
        return self.title
