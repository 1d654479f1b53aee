"""Addresses to which nothing can be sent."""

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Lower, Now
from django.utils.translation import gettext_lazy as _


class RefusedAddress(models.Model):
    """The receiving server said of this address that it takes no mail. See common.outbox.addresses.

    Time here is the database's own, as in all that concerns sending.
    """

    address = models.EmailField(_("address"), unique=True)
    code = models.CharField(_("answer"), max_length=20)
    refused_at = models.DateTimeField(_("refused at"), db_default=Now())

    class Meta:
        verbose_name = _("refused address")
        verbose_name_plural = _("refused addresses")
        constraints = [
            models.CheckConstraint(
                condition=Q(address=Lower(F("address"))), name="common_refusedaddress_is_lower_case"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.pk}"
