"""Who a person is on one review, and the guardian row that says so."""

import datetime as dt
from typing import Any, ClassVar, Self

from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.db.models.functions import Concat
from guardian.models import UserObjectPermissionBase

from boards.models import Agency, Person
from common.dated import Dated, DatedQuerySet
from reviews.capacities import Capacity
from reviews.models.review import Review


class ReviewGrant(UserObjectPermissionBase):
    """Guardian's row: this account is appointed on this review. Written with the appointment."""

    # Guardian finds this model by the accessor on Review: hidden, its rows would go elsewhere.
    content_object = models.ForeignKey(Review, on_delete=models.CASCADE, related_name="grants")


class AppointmentQuerySet(DatedQuerySet):
    def granted_to(self, user: Any, on: dt.date) -> Self:
        """The appointments that hold on that day and stand behind a guardian row of the account."""
        grant = ReviewGrant.objects.filter(
            user=user,
            content_object=OuterRef("review"),
            permission__codename=Concat(models.Value("appointed_"), OuterRef("capacity")),
        )
        return self.current(on).filter(Exists(grant), person__user=user)


class Appointment(Dated):
    """A person is appointed to a part in one review, for a time (§5.9, §5.14)."""

    review = models.ForeignKey(Review, models.PROTECT, related_name="appointments")
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    capacity = models.CharField(max_length=20, choices=Capacity)
    agency = models.ForeignKey(Agency, models.PROTECT, null=True, blank=True, related_name="+")
    # Declared independent of the case, or not, with what it rests on; null: nothing is recorded.
    is_independent = models.BooleanField(null=True, blank=True)
    independence = models.TextField(blank=True)
    qualifications = models.TextField(blank=True)
    replaces = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="+")
    ended_why = models.TextField(blank=True)

    objects: ClassVar[Any] = AppointmentQuerySet.as_manager()

    class Meta(Dated.Meta):
        ordering = ["from_on", "pk"]
        constraints: ClassVar = [
            *Dated.Meta.constraints,
            models.CheckConstraint(
                condition=Q(capacity__in=Capacity.values),
                name="reviews_appointment_capacity_known",
            ),
            models.CheckConstraint(
                condition=~Q(capacity__in=[Capacity.PANEL_MEMBER, Capacity.AGENCY_AUTHOR])
                | Q(agency__isnull=False),
                name="reviews_appointment_speaks_for_agency",
            ),
            models.UniqueConstraint(
                fields=["review", "person", "capacity"],
                condition=Q(until_on=None),
                name="reviews_appointment_held_once",
            ),
            models.UniqueConstraint(
                fields=["review"],
                condition=Q(until_on=None, capacity=Capacity.PANEL_CHAIR),
                name="reviews_appointment_one_panel_chair",
            ),
        ]
