"""The family and household of the children. Their names live apart, as the children's do."""

import uuid

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from common import clock
from reviews.models.choices import IS_THERE, WAS_IT, Home, Kin, YesNoUnknown
from reviews.models.name_key import NameKind
from reviews.models.review import Review
from reviews.models.subject import Identity, Subject


class Relative(models.Model):
    """A parent, partner, carer, brother or sister, known by a pseudonym (Father of Child A).

    `children` are the index children to whom the relation is; none means all of them.
    """

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    review = models.ForeignKey(Review, models.PROTECT, related_name="relatives")
    version = models.PositiveIntegerField(default=1)
    pseudonym = models.CharField(max_length=60)
    kin = models.CharField(max_length=20, choices=Kin)
    children = models.ManyToManyField(Subject, related_name="relatives")
    has_responsibility = models.CharField(max_length=10, choices=IS_THERE, blank=True, default="")
    lived_with = models.CharField(max_length=10, choices=WAS_IT, blank=True, default="")
    homes = ArrayField(models.CharField(max_length=10, choices=Home), blank=True, default=list)
    note = models.TextField(blank=True)
    withdrawn_why = models.TextField(blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    recorded_at = models.DateTimeField(default=clock.now)
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["review", "pseudonym"],
                condition=Q(withdrawn_at=None),
                name="reviews_relative_pseudonym_once",
            ),
            models.CheckConstraint(
                condition=Q(
                    kin__in=Kin.values,
                    has_responsibility__in=YesNoUnknown.values,
                    lived_with__in=YesNoUnknown.values,
                    homes__contained_by=Home.values,
                ),
                name="reviews_relative_facts_known",
            ),
            models.CheckConstraint(
                condition=Q(withdrawn_at=None) | ~Q(withdrawn_why=""),
                name="reviews_relative_withdrawn_says_why",
            ),
        ]

    def __str__(self) -> str:
        return self.pseudonym


class RelativeName(Identity):
    """Who the relative is, apart from everything else of the case."""

    relative = models.OneToOneField(
        Relative, models.PROTECT, primary_key=True, related_name="identity"
    )


class RelativeKey(models.Model):
    """One part of a relative's name, or their day of birth, under a keyed hash, as NameKey is."""

    name = models.ForeignKey(RelativeName, models.PROTECT, related_name="keys")
    kind = models.CharField(max_length=5, choices=NameKind)
    digest = models.CharField(max_length=64, db_index=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["name", "kind", "digest"], name="reviews_relativekey_once"
            ),
            models.CheckConstraint(
                condition=Q(kind__in=NameKind.values), name="reviews_relativekey_kind_known"
            ),
        ]
