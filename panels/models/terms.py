"""What the panel agreed to look at."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from boards.models import Person
from common import clock
from reviews.models import Review


class TermsOfReference(models.Model):
    """One version of a review's terms of reference; a change is a new version (§5.12)."""

    review = models.ForeignKey(Review, models.PROTECT, related_name="+")
    version = models.PositiveSmallIntegerField(_("version"))
    agreed_on = models.DateField(_("agreed on"))
    agreed_by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    questions = models.TextField(_("questions for this case"))
    has_core_questions = models.BooleanField(
        _("the core questions of an extended review are included"), default=False
    )
    period_from_on = models.DateField(_("period from"))
    period_until_on = models.DateField(_("period until"))
    period_why = models.TextField(_("why the period is longer than usual"), blank=True)
    changes = models.TextField(_("what changed, and why"), blank=True)
    recorded_at = models.DateTimeField(_("recorded at"), default=clock.now)
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("terms of reference")
        verbose_name_plural = _("terms of reference")
        ordering = ["-version"]
        constraints = [
            models.UniqueConstraint(
                fields=["review", "version"], name="panels_terms_each_version_once"
            ),
            models.CheckConstraint(
                condition=Q(version__gte=1), name="panels_terms_versions_from_one"
            ),
            models.CheckConstraint(condition=~Q(questions=""), name="panels_terms_ask_something"),
            models.CheckConstraint(
                condition=Q(version=1) | ~Q(changes=""),
                name="panels_terms_later_version_says_what_changed",
            ),
            models.CheckConstraint(
                condition=Q(period_until_on__gte=models.F("period_from_on")),
                name="panels_terms_period_in_order",
            ),
        ]
