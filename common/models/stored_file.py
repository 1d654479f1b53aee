"""Files we keep."""

import uuid

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from common import clock


class StoredFile(models.Model):
    """The bytes of one file, kept under an opaque name. What it is, and who may have it, is said by
    the row that points here. Never changed: a new version is a new row."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    sha256 = models.CharField(_("SHA-256"), max_length=64)
    size = models.PositiveBigIntegerField(_("size in bytes"))
    content_type = models.CharField(_("type"), max_length=100)
    created_at = models.DateTimeField(_("kept since"), default=clock.now)

    class Meta:
        verbose_name = _("stored file")
        verbose_name_plural = _("stored files")
        constraints = [
            models.CheckConstraint(
                condition=Q(sha256__regex=r"^[0-9a-f]{64}$"), name="common_storedfile_has_hash"
            )
        ]

    def __str__(self) -> str:
        return str(self.id)

    @property
    def path(self) -> str:
        """Where it lies in the storage."""
        return f"{self.id.hex[:2]}/{self.id.hex}"
