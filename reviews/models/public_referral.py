"""A referral that a professional makes on the public page, until it is a case."""

import secrets
import uuid

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from boards.models import Board, Language
from common import clock
from common.crypto import EncryptedTextField
from common.models import StoredFile
from reviews.models.name_key import NameKind
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
    SET_ASIDE = "set_aside", _("Not taken further")


class Refusal(models.TextChoices):
    """Why a referral is not taken further, as it may stand in a mail: no fact of the case."""

    CRITERIA = "criteria", _("It does not meet the criteria for a child practice review.")
    ANOTHER_BOARD = "another_board", _("It is for the board of another area.")
    ANOTHER_WAY = "another_way", _("Another service or process is the right one.")
    KNOWN = "known", _("The board knows of the case already.")
    TOO_LITTLE = "too_little", _("The board could not find out enough to consider it.")
    MISTAKE = "mistake", _("It was sent by mistake, or is not a referral.")


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
    sent_answers = EncryptedTextField(blank=True)  # JSON, as the board has it
    version = models.PositiveIntegerField(default=0)  # one more each time it is saved
    token_hash = models.CharField(max_length=64, unique=True)
    expires_at = models.DateTimeField()
    state = models.CharField(max_length=10, choices=PublicState, default=PublicState.STARTED)
    started_at = models.DateTimeField()
    saved_at = models.DateTimeField()
    sent_at = models.DateTimeField(null=True, blank=True)
    acts = models.PositiveIntegerField(default=0)  # one more each time either side has acted
    reminders = models.PositiveSmallIntegerField(default=0)  # since the writer last did anything
    reminded_at = models.DateTimeField(null=True, blank=True)
    wanted = models.JSONField(default=list, blank=True)  # what was asked for, as codes
    refusal = models.CharField(max_length=16, choices=Refusal, blank=True, default="")
    note = models.TextField(blank=True)  # why it is not taken further, in words for the writer
    proposed_on = models.DateField(null=True, blank=True)  # a second person has to agree
    proposed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
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
                condition=Q(
                    state__in=PublicState.values,
                    language__in=Language.values,
                    refusal__in=["", *Refusal.values],
                ),
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
            models.CheckConstraint(
                condition=Q(proposed_by=None)
                | ~Q(settled_by=F("proposed_by"))
                | ~Q(state=PublicState.SET_ASIDE),
                name="reviews_publicreferral_refused_by_two",
            ),
        ]

    def forget_refusal(self) -> None:
        """Nobody proposes to refuse it any more. Saving it is left to the caller."""
        self.refusal, self.note, self.proposed_by, self.proposed_on = "", "", None, None


class PublicFile(models.Model):
    """A file that was added on the public page. The name it bore is not kept; what its sender
    calls it is encrypted, as all they type. Once the referral is accepted a paper of the case
    points to the same bytes."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    referral = models.ForeignKey(PublicReferral, models.PROTECT, related_name="files")
    file = models.OneToOneField(StoredFile, models.PROTECT, related_name="+")
    title = EncryptedTextField(blank=True)
    added_at = models.DateTimeField(default=clock.now)
    removed_at = models.DateTimeField(null=True, blank=True)  # since it was sent: gone at the next

    class Meta:
        ordering = ["pk"]


class PublicNameKey(models.Model):
    """One part of a name in a referral, or a day of birth, under a keyed hash: see NameKey. It is
    found by these while it is no case yet, and after it was refused."""

    referral = models.ForeignKey(PublicReferral, models.PROTECT, related_name="keys")
    person = models.PositiveSmallIntegerField()  # 0 is the child, then the others in their order
    kind = models.CharField(max_length=5, choices=NameKind)
    digest = models.CharField(max_length=64, db_index=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["referral", "person", "kind", "digest"],
                name="reviews_publicnamekey_once",
            ),
            models.CheckConstraint(
                condition=Q(kind__in=NameKind.values), name="reviews_publicnamekey_kind_known"
            ),
        ]
