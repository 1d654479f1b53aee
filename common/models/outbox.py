"""The outbox: every message the system sends is first a row here."""

from typing import Self

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from common.crypto import EncryptedTextField


class OutboxQuerySet(models.QuerySet["OutboxMessage"]):
    def unsettled(self) -> Self:
        """Neither sent nor given up."""
        return self.filter(sent_at=None, failed_at=None)

    def claimable(self) -> Self:
        """Due, and in nobody's hands: whoever claimed one and died loses it when the lease ends."""
        return self.unsettled().filter(
            Q(claimed_until=None) | Q(claimed_until__lte=Now()), due_at__lte=Now()
        )


class OutboxMessage(models.Model):
    """One message to one address, written in the transaction of the act it tells of.

    The texts are encrypted: some hold a link that opens an account, once. What people read
    (written, sent, given up) is in the time of the house, which the demo may move; what sending
    goes by (queued, to be sent from, claimed until) is on the database's own clock.
    """

    kind = models.CharField(_("kind"), max_length=60)
    key = models.CharField(_("key"), max_length=200, unique=True)
    to = models.EmailField(_("to"))
    person = models.BigIntegerField(_("person"), null=True, blank=True)
    # The review that it is about, where it is about one. Plain, as rooms stand above this table.
    case = models.BigIntegerField(_("case"), null=True, blank=True)
    # The board whose people are told when it does not arrive, where it is about no review.
    board = models.BigIntegerField(_("board"), null=True, blank=True)
    language = models.CharField(_("language"), max_length=5, blank=True)
    subject = models.CharField(_("subject"), max_length=250)
    text = EncryptedTextField(_("text"))
    html = EncryptedTextField(_("text in HTML"), blank=True)
    is_private = models.BooleanField(_("holds a private link"), default=False)
    message_id = models.CharField(max_length=120, unique=True)
    created_at = models.DateTimeField(_("written at"))
    queued_at = models.DateTimeField(_("queued at"), db_default=Now())
    due_at = models.DateTimeField(_("to be sent from"), db_default=Now())
    tries = models.PositiveSmallIntegerField(_("tries"), default=0)
    claimed_until = models.DateTimeField(_("claimed until"), null=True, blank=True)
    sent_at = models.DateTimeField(_("sent at"), null=True, blank=True)
    failed_at = models.DateTimeField(_("given up at"), null=True, blank=True)
    last_error = models.CharField(_("last error"), max_length=20, blank=True)

    objects = OutboxQuerySet.as_manager()

    class Meta:
        verbose_name = _("message")
        verbose_name_plural = _("messages")
        constraints = [
            models.CheckConstraint(
                condition=Q(sent_at=None) | Q(failed_at=None),
                name="common_outboxmessage_sent_or_failed",
            ),
            models.CheckConstraint(
                condition=Q(sent_at=None, failed_at=None) | Q(claimed_until=None),
                name="common_outboxmessage_settled_is_unclaimed",
            ),
            models.CheckConstraint(
                condition=Q(failed_at=None) | ~Q(last_error=""),
                name="common_outboxmessage_failed_says_why",
            ),
            models.CheckConstraint(
                condition=Q(due_at__gte=models.F("queued_at")),
                name="common_outboxmessage_due_after_queued",
            ),
            models.CheckConstraint(
                condition=Q(language__in=["", "cy", "en-gb"]),
                name="common_outboxmessage_language_known",
            ),
        ]
        indexes = [
            models.Index(
                fields=["due_at"],
                condition=Q(sent_at=None, failed_at=None),
                name="common_outbox_waiting",
            ),
            models.Index(
                fields=["failed_at"],
                condition=~Q(failed_at=None),
                name="common_outbox_given_up",
            ),
            models.Index(
                fields=["case", "created_at"],
                condition=~Q(case=None),
                name="common_outbox_of_a_case",
            ),
        ]

    def __str__(self) -> str:
        return self.subject

    def get_absolute_url(self) -> str:
        """Where the demo shows it."""
        return reverse("outbox_message", args=[self.message_id[1:].partition("@")[0]])

    @property
    def is_unknown(self) -> bool:
        """The mail server had the whole text and did not say whether it took it."""
        return self.last_error == "unknown"

    @property
    def state_label(self) -> Promise:
        if self.sent_at:
            return _("Sent")
        if self.failed_at:
            return _("Not known whether it arrived") if self.is_unknown else _("Not delivered")
        return _("Waiting")
