"""Invitations: the only way to an account."""

import datetime as dt
import hashlib
import secrets
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from boards.models.board import Board
from boards.models.person import Person

LIFETIME = dt.timedelta(days=14)


def new_token() -> str:
    """What stands in the link. It is never stored, only its hash."""
    return secrets.token_urlsafe(32)


def hash_of(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


class InvitationQuerySet(models.QuerySet["Invitation"]):
    def open(self, at: dt.datetime) -> Self:
        """Neither used nor withdrawn nor run out."""
        return self.filter(accepted_at=None, withdrawn_at=None, expires_at__gt=at)


class Invitation(models.Model):
    """A link sent to a person's own address. Only the hash of its token is kept; it opens once."""

    person = models.ForeignKey(Person, models.PROTECT, related_name="invitations")
    board = models.ForeignKey(Board, models.PROTECT, related_name="invitations")
    token_hash = models.CharField(max_length=64, unique=True)
    sent_at = models.DateTimeField(_("sent at"))
    sent_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    expires_at = models.DateTimeField(_("expires at"))
    accepted_at = models.DateTimeField(_("accepted at"), null=True, blank=True)
    withdrawn_at = models.DateTimeField(_("withdrawn at"), null=True, blank=True)

    objects = InvitationQuerySet.as_manager()

    class Meta:
        verbose_name = _("invitation")
        verbose_name_plural = _("invitations")
        constraints = [
            models.CheckConstraint(
                condition=Q(accepted_at=None) | Q(withdrawn_at=None),
                name="boards_invitation_accepted_or_withdrawn",
            ),
            models.CheckConstraint(
                condition=Q(expires_at__gt=F("sent_at")),
                name="boards_invitation_expires_after_sent",
            ),
            models.UniqueConstraint(
                fields=["person"],
                condition=Q(accepted_at=None, withdrawn_at=None),
                name="boards_invitation_one_open_a_person",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.pk}"

    def is_open(self, at: dt.datetime) -> bool:
        return self.accepted_at is None and self.withdrawn_at is None and at < self.expires_at
