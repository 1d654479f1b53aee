"""The log of legal advice, kept apart from the other papers and open to few."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from boards.models import Person
from common import clock
from reviews.models.document import Document
from reviews.models.review import Review


class AdviceAbout(models.TextChoices):
    TERMS = "terms", _("The terms of reference")
    DISCLOSURE = "disclosure", _("Disclosure")
    INTERVIEWING = "interviewing", _("Interviewing staff")
    PUBLICATION = "publication", _("Publication")
    OTHER = "other", _("Something else")


class LegalAdvice(models.Model):
    """Advice that was asked for and, once it came, given. The advice itself is a paper."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    review = models.ForeignKey(Review, models.PROTECT, related_name="legal_advice")
    about = models.CharField(max_length=15, choices=AdviceAbout)
    question = models.TextField(blank=True)
    asked_by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    asked_on = models.DateField()
    given_by = models.CharField(max_length=160, blank=True)
    given_on = models.DateField(null=True, blank=True)
    paper = models.OneToOneField(Document, models.PROTECT, null=True, blank=True, related_name="+")
    recorded_at = models.DateTimeField(default=clock.now)
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        ordering = ["-asked_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(about__in=AdviceAbout.values), name="reviews_legal_advice_about_known"
            ),
            models.CheckConstraint(
                condition=Q(given_on=None, given_by="", paper=None)
                | (Q(given_on__gte=F("asked_on")) & ~Q(given_by="")),
                name="reviews_legal_advice_given_by_somebody_after_it_was_asked",
            ),
        ]
