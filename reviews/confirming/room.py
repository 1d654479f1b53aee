"""What the record of a case says of it: confirmations that wait, disputes to be answered."""

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import Any

from django.db.models import Exists, OuterRef, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from common.deeds import person_of
from reviews.capacities import Grade
from reviews.confirming.deeds import SETTLE
from reviews.models import Confirmation, Interest, Review
from reviews.permissions import May
from reviews.rooms import Turn


def turns(reviews: Sequence[Review], user: Any, on: dt.date) -> Iterator[Turn]:
    """In these reviews, and what is the reader's alone in others; one query. What nobody confirms
    any more is its successor's, or the co-ordinators'."""
    ids = {review.pk for review in reviews}
    me = person_of(user) or 0
    barred = Interest.objects.standing().filter(
        review=OuterRef("review"), person=me, grade=Grade.OUT
    )
    rows = (
        Confirmation.objects.filter(Q(review__in=ids) | Q(person=me) | Q(passed_to=me))
        .filter(~Exists(barred), settled_at=None, confirmed_at=None)
        .select_related("review__board", "review__timetable")
    )
    for row in rows:
        since = timezone.localtime(row.disputed_at or row.recorded_at).date()
        if row.is_left and row.passed_to_id:
            yield Turn(
                row.review,
                _("Say what the records show about this"),
                row.get_absolute_url(),
                May.VIEW,
                since,
                person_id=row.passed_to_id,
                rank=41,
            )
        if row.is_waiting and (not row.is_left or row.person_id == me):
            yield Turn(
                row.review,
                _("Confirm what was recorded for you"),
                row.get_absolute_url(),
                May.VIEW,
                since,
                person_id=row.person_id,
                rank=40,
            )
        elif row.review_id in ids and (row.is_disputed or (row.is_left and not row.passed_to_id)):
            yield Turn(
                row.review,
                _("Say what the records show about this")
                if row.is_left
                else _("Answer a dispute about what was recorded"),
                reverse("reviews:settle", args=[row.review.slug, row.uuid]),
                May.RECORD_FOR_OTHERS,
                since,
                kind=SETTLE,
                rank=45,
            )
