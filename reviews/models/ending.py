"""How a review ended, where it did not close in the usual way, or when it closed."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from reviews.models.review import Review


class Ending(models.Model):
    """Why a review was transferred, discontinued or converted, or what closing it rests on."""

    review = models.OneToOneField(Review, models.PROTECT, primary_key=True, related_name="ending")
    on = models.DateField(_("on"))
    reasons = models.TextField(_("reasons"), blank=True)
    difference = models.TextField(_("the difference made"), blank=True)

    class Meta:
        verbose_name = _("ending")
        verbose_name_plural = _("endings")
