"""The register as it is read: each reviewer with the load of today and the reviews done."""

import datetime as dt

from django.db.models import Count, Exists, F, OuterRef, Prefetch, Q, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce

from boards.models import Board, Membership
from panels.models import Reviewer
from reviews.capacities import Capacity
from reviews.journey import RUNNING, Stage
from reviews.models import Appointment

# From Board acceptance on, what the reviewer was appointed for has been done.
DONE = (Stage.FOLLOW_THROUGH, Stage.CLOSED)
AT_WORK = tuple(stage for stage in RUNNING if stage not in DONE)


def on_register(board: Board, on: dt.date) -> QuerySet[Reviewer]:
    """Everybody in the board's register, those who left apart, with what they carry today."""
    reviewing = Appointment.objects.filter(
        person=OuterRef("person"), capacity__in=Capacity.reviewers()
    ).order_by()
    employed = Membership.objects.current(on).select_related("agency")
    return (
        Reviewer.objects.filter(board=board)
        .select_related("person", "mentor", "board")
        .prefetch_related(
            "trainings", Prefetch("person__memberships", employed, to_attr="employed_by")
        )
        .annotate(
            load=_count(reviewing.current(on).filter(review__stage__in=AT_WORK)),
            done_here=_count(reviewing.filter(review__stage__in=DONE)),
            done=F("done_here") + F("done_before"),
            is_available=Q(Exists(available(on).filter(pk=OuterRef("pk")))),
        )
    )


def _count(appointments: QuerySet[Appointment]) -> Coalesce:
    counted = appointments.values("person").annotate(n=Count("review", distinct=True)).values("n")
    return Coalesce(Subquery(counted), Value(0))


def available(on: dt.date) -> QuerySet[Reviewer]:
    """Those who may be asked that day; nothing said about days means that they may."""
    return Reviewer.objects.filter(
        Q(available_from_on=None) | Q(available_from_on__lte=on),
        Q(available_until_on=None) | Q(available_until_on__gte=on),
        left_on=None,
    )
