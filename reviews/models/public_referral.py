"""A referral that a professional makes on the public page, until it is a case."""

import secrets
import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from boards.models import Board, Language
from common import clock
from common.crypto import EncryptedTextField
from common.models import StoredFile
from reviews.models.review import Review

LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"  # none that is read for another


def new_receipt() -> str:
    """A number to quote on the telephone. It says nothing and opens nothing."""
    letters = "".join(secrets.choice(LETTERS) for _ in range(8))
    return f"{letters[:4]}-{letters[4:]}"


class PublicState(models.TextChoices):
    STARTED = "started", _("Being written")
    SENT = "sent", _("Waiting for the Board")
    RETURNED = "returned", _("More information asked for")
    ACCEPTED = "accepted", _("Accepted")
    SET_ASIDE = "set_aside", _("Set aside")


class PublicReferral(models.Model):
    """What somebody without an account is writing or has sent to a board. All they type is
    encrypted; of the link that opens it only the hash is kept. It may name the child: the
    co-ordinator needs the name to look for the same child."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    receipt = models.CharField(max_length=9, unique=True, default=new_receipt)
    board = models.ForeignKey(Board, models.PROTECT, related_name="+")
    email = EncryptedTextField()
    language = models.CharField(max_length=5, choices=Language, blank=True, default="")
    answers = EncryptedTextField(blank=True)  # JSON, as typed
    version = models.PositiveIntegerField(default=0)  # one more each time it is saved
    token_hash = models.CharField(max_length=64, unique=True)
    expires_at = models.DateTimeField()
    state = models.CharField(max_length=10, choices=PublicState, default=PublicState.STARTED)
    started_at = models.DateTimeField()
    saved_at = models.DateTimeField()
    sent_at = models.DateTimeField(null=True, blank=True)
    wanted = models.JSONField(default=list, blank=True)  # what was asked for, as codes
    note = models.TextField(blank=True)  # why it was set aside
    settled_on = models.DateField(null=True, blank=True)
    settled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    review = models.ForeignKey(
        Review, models.PROTECT, null=True, blank=True, related_name="public_referrals"
    )

    class Meta:
        ordering = ["sent_at", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=PublicState.values, language__in=Language.values),
                name="reviews_publicreferral_boxes_known",
            ),
            models.CheckConstraint(
                condition=Q(state=PublicState.STARTED) | Q(sent_at__isnull=False),
                name="reviews_publicreferral_sent_before_it_is_settled",
            ),
            models.CheckConstraint(
                condition=~Q(state=PublicState.ACCEPTED) | Q(review__isnull=False),
                name="reviews_publicreferral_accepted_has_case",
            ),
            models.CheckConstraint(
                condition=~Q(state=PublicState.SET_ASIDE) | ~Q(note=""),
                name="reviews_publicreferral_set_aside_says_why",
            ),
        ]


class PublicFile(models.Model):
    """A file that was added on the public page. The name it bore is not kept; what its sender
    calls it is encrypted, as all they type. Once the referral is accepted a paper of the case
    points to the same bytes."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    referral = models.ForeignKey(PublicReferral, models.PROTECT, related_name="files")
    file = models.OneToOneField(StoredFile, models.PROTECT, related_name="+")
    title = EncryptedTextField(blank=True)
    added_at = models.DateTimeField(default=clock.now)

    class Meta:
        ordering = ["pk"]
