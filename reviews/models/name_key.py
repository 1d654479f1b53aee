"""A blind index of children's names: found by whoever knows the name, read by nobody."""

from django.db import models
from django.db.models import Q

from reviews.models.subject import SubjectName


class NameKind(models.TextChoices):
    PART = "part"
    BIRTH = "birth"


class NameKey(models.Model):
    """One part of a name, or a day of birth, under a keyed hash (reviews.children.matching). The
    name itself stands encrypted beside it; without the key a digest says nothing."""

    name = models.ForeignKey(SubjectName, models.PROTECT, related_name="keys")
    kind = models.CharField(max_length=5, choices=NameKind)
    digest = models.CharField(max_length=64, db_index=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["name", "kind", "digest"], name="reviews_namekey_once"),
            models.CheckConstraint(
                condition=Q(kind__in=NameKind.values), name="reviews_namekey_kind_known"
            ),
        ]
