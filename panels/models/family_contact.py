"""The family's part in the review."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from common import clock
from reviews.models import Review


class Relation(models.TextChoices):
    """Who is meant, by their place in the family. A choice and no text: no name can stand here."""

    MOTHER = "mother", _("Mother")
    FATHER = "father", _("Father")
    STEP_PARENT = "step_parent", _("Step-parent or a parent's partner")
    GRANDPARENT = "grandparent", _("Grandparent")
    SIBLING = "sibling", _("Brother or sister")
    CARER = "carer", _("Foster carer or other carer")
    OTHER = "other", _("Other member of the family")


class Outcome(models.TextChoices):
    """What came of the approach; blank where nobody was approached."""

    AWAITED = "awaited", _("Answer awaited")
    CONTRIBUTED = "contributed", _("Contributed")
    DECLINED = "declined", _("Declined")
    NO_ANSWER = "no_answer", _("Did not answer")


class FamilyContact(models.Model):
    """Whether a member of the family was asked to take part, why not, and what they said."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    review = models.ForeignKey(Review, models.PROTECT, related_name="+")
    version = models.PositiveIntegerField(default=1)
    relation = models.CharField(_("who"), max_length=15, choices=Relation)
    approached = models.BooleanField(_("approached"))
    approached_on = models.DateField(_("approached on"), null=True, blank=True)
    why_not = models.TextField(_("why not"), blank=True)
    outcome = models.CharField(_("what came of it"), max_length=15, choices=Outcome, blank=True)
    message = models.TextField(_("message for the learning event"), blank=True)
    wants_feedback = models.BooleanField(_("wishes to hear what came of it"), default=False)
    recorded_on = models.DateField(_("recorded for"))
    recorded_at = models.DateTimeField(_("recorded at"), default=clock.now)
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("member of the family")
        verbose_name_plural = _("members of the family")
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(relation__in=Relation.values), name="panels_family_relation_known"
            ),
            models.CheckConstraint(
                condition=Q(
                    approached=True,
                    approached_on__isnull=False,
                    outcome__in=Outcome.values,
                    why_not="",
                )
                | (Q(approached=False, approached_on=None, outcome="") & ~Q(why_not="")),
                name="panels_family_approached_or_says_why_not",
            ),
        ]

    @property
    def is_answered(self) -> bool:
        """Nothing is awaited of this person."""
        return self.outcome != Outcome.AWAITED
