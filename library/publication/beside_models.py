"""What is kept beside a publication: who was told first, and where else the report stands."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from library.publication.models import Publication
from reviews.models import Review


class Audience(models.TextChoices):
    """Who hears of the publication before the public does."""

    FAMILY = "family", _("The family")
    STAFF = "staff", _("The staff who took part")
    AGENCIES = "agencies", _("The agencies")


class ToldFirst(models.Model):
    """Somebody was told before the report was published: when, by whom and how."""

    review = models.ForeignKey(Review, models.PROTECT, related_name="+")
    audience = models.CharField(_("who was told"), max_length=10, choices=Audience)
    told_on = models.DateField(_("told on"))
    how = models.TextField(_("by whom, and how"))
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("told before publication")
        verbose_name_plural = _("told before publication")
        ordering = ["told_on", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(audience__in=Audience.values) & ~Q(how=""),
                name="library_toldfirst_says_who_and_how",
            )
        ]


class Where(models.TextChoices):
    """Where else a report can be read."""

    REPOSITORY = "repository", _("The Wales Safeguarding Repository")
    PARTNER = "partner", _("The website of a partner of the Board")
    OTHER_BOARD = "other_board", _("The website of another board")
    OTHER = "other", _("Another place")


class Place(models.Model):
    """Another place at which the report was published, besides the Board's own website."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    publication = models.ForeignKey(Publication, models.PROTECT, related_name="places")
    where = models.CharField(_("where"), max_length=15, choices=Where)
    address = models.URLField(_("address"), max_length=500, blank=True)
    first_on = models.DateField(_("first day"))
    last_on = models.DateField(_("last day"), null=True, blank=True)
    note = models.CharField(_("note"), max_length=200, blank=True)
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("place of publication")
        verbose_name_plural = _("places of publication")
        ordering = ["first_on", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(where__in=Where.values), name="library_place_where_known"
            ),
            models.CheckConstraint(
                condition=Q(last_on=None) | Q(last_on__gte=F("first_on")),
                name="library_place_last_day_after_first",
            ),
        ]
