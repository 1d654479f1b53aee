"""What was recorded for somebody, and whether they say that it is so."""

import uuid
from typing import Any, Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse

from boards.models import Person
from common import clock
from reviews.models.provenance import Provenance
from reviews.models.review import Review


class ConfirmationQuerySet(models.QuerySet[Any]):
    def waiting(self) -> Self:
        """Neither confirmed nor disputed yet."""
        return self.filter(confirmed_at=None, disputed_at=None, settled_at=None)

    def disputed(self) -> Self:
        """Disputed, and nobody has answered yet."""
        return self.filter(disputed_at__isnull=False, settled_at=None)


class Confirmation(models.Model):
    """An act recorded for `person` counts at once, and waits on their desk to be confirmed.

    A dispute changes nothing by itself: it returns to whoever recorded it, who corrects the record
    by an act of its own, or answers.

    It is personal: nobody confirms in another's place. Once the person has left (`passed_at`),
    their successor says what the papers show; where an interest keeps that one out, the
    co-ordinators do.
    """

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    review = models.ForeignKey(Review, models.PROTECT, related_name="confirmations")
    provenance = models.OneToOneField(Provenance, models.PROTECT, related_name="confirmation")
    act = models.UUIDField(unique=True)
    deed = models.CharField(max_length=60)
    on = models.DateField()
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField(default=clock.now)
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    confirmed_at = models.DateTimeField(null=True, blank=True)
    confirmed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    disputed_at = models.DateTimeField(null=True, blank=True)
    disputed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    disputed_why = models.TextField(blank=True)
    passed_at = models.DateTimeField(null=True, blank=True)
    passed_to = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="+")
    settled_at = models.DateTimeField(null=True, blank=True)
    settled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    settled_how = models.TextField(blank=True)

    objects = ConfirmationQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(confirmed_at=None, confirmed_by=None)
                | Q(confirmed_at__isnull=False, confirmed_by__isnull=False),
                name="reviews_confirmation_confirmed_by_whom",
            ),
            models.CheckConstraint(
                condition=Q(disputed_at=None, disputed_by=None, disputed_why="")
                | (Q(disputed_at__isnull=False, disputed_by__isnull=False) & ~Q(disputed_why="")),
                name="reviews_confirmation_disputed_says_why",
            ),
            models.CheckConstraint(
                condition=Q(confirmed_at=None) | Q(disputed_at=None),
                name="reviews_confirmation_one_answer",
            ),
            models.CheckConstraint(
                condition=Q(settled_at=None, settled_by=None, settled_how="")
                | (
                    Q(settled_at__isnull=False, settled_by__isnull=False)
                    & (Q(disputed_at__isnull=False) | Q(passed_at__isnull=False))
                    & ~Q(settled_how="")
                ),
                name="reviews_confirmation_settles_a_dispute",
            ),
            models.CheckConstraint(
                condition=Q(confirmed_at=None) | Q(settled_at=None),
                name="reviews_confirmation_not_confirmed_and_settled",
            ),
            models.CheckConstraint(
                condition=Q(passed_to=None) | Q(passed_at__isnull=False),
                name="reviews_confirmation_passed_on_when",
            ),
        ]

    def get_absolute_url(self) -> str:
        return reverse("reviews:confirm", args=[self.uuid])

    @property
    def is_waiting(self) -> bool:
        return self.confirmed_at is None and self.disputed_at is None and self.settled_at is None

    @property
    def is_left(self) -> bool:
        """Nobody has answered, and whoever decided it has left."""
        return self.is_waiting and self.passed_at is not None

    @property
    def is_disputed(self) -> bool:
        return self.disputed_at is not None and self.settled_at is None
