"""The rows of the ledger: what happened, and the chain that shows nobody changed it since.

Both tables refuse UPDATE, DELETE and TRUNCATE by trigger (see the migrations), for every role.
"""

import uuid

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class Entry(models.Model):
    """One act or reading. Numbers and codes only: no name, no free text, no rendered sentence.

    The numbers are no foreign keys: what they point to may be disposed of, the entry stays.
    """

    act = models.UUIDField(_("act"), default=uuid.uuid4)
    at = models.DateTimeField(_("recorded at"))
    verb = models.CharField(_("verb"), max_length=80)
    by_id = models.BigIntegerField(_("recorded by"), null=True)
    capacity = models.CharField(_("in the capacity of"), max_length=60, blank=True, default="")
    board_id = models.BigIntegerField(_("safeguarding board"), null=True)
    review_id = models.BigIntegerField(_("review"), null=True)
    on = models.DateField(_("day in the world"), null=True)
    decided_by_id = models.BigIntegerField(_("decided by"), null=True)
    target = models.CharField(_("kind of thing"), max_length=60, blank=True, default="")
    target_id = models.BigIntegerField(_("thing"), null=True)
    details = models.JSONField(_("details"), default=dict, encoder=DjangoJSONEncoder)

    class Meta:
        verbose_name = _("entry of the ledger")
        verbose_name_plural = _("entries of the ledger")
        indexes = [
            models.Index(fields=["review_id", "-id"], name="audit_entry_of_review"),
            models.Index(fields=["review_id", "verb", "by_id"], name="audit_entry_who_saw"),
            models.Index(fields=["by_id", "-id"], name="audit_entry_of_person"),
            models.Index(fields=["act"], name="audit_entry_of_act"),
        ]
        constraints = [
            models.CheckConstraint(condition=~Q(verb=""), name="audit_entry_says_what"),
        ]

    def __str__(self) -> str:
        return f"{self.verb} #{self.pk}"


class Link(models.Model):
    """One link of the chain: the hash of an entry's text together with the hash before it.

    The text is stored as it was hashed, so a column added to Entry later changes no old hash.
    """

    seq = models.BigIntegerField(_("place in the chain"), primary_key=True)
    entry_id = models.BigIntegerField(_("entry"), unique=True)
    text = models.TextField(_("text"))
    prev = models.CharField(_("hash before"), max_length=64, unique=True)
    hash = models.CharField(_("hash"), max_length=64, unique=True)

    class Meta:
        verbose_name = _("link of the chain")
        verbose_name_plural = _("links of the chain")
        constraints = [
            models.CheckConstraint(condition=Q(seq__gte=1), name="audit_link_counts_from_one"),
        ]

    def __str__(self) -> str:
        return f"{self.seq} {self.hash[:12]}"
