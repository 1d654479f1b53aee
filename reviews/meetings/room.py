"""What the meetings say of their reviews: the next one, and one whose day has passed."""

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import Any

from django.db.models import Min
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from common import clock
from reviews.meetings.bodies import RIGHT
from reviews.meetings.deeds import PLAN, RECORD
from reviews.models import Meeting, Review
from reviews.rooms import Part, Room, State, Turn, register


def states(reviews: Sequence[Review], user: Any) -> dict[int, State]:
    """The day of the next meeting."""
    ahead = Meeting.objects.ahead().filter(review__in=[review.pk for review in reviews])
    today = clock.today()
    days = ahead.filter(planned_on__gte=today).values("review").annotate(day=Min("planned_on"))
    return {row["review"]: State(date_format(row["day"], "j M")) for row in days}


def turns(reviews: Sequence[Review], user: Any, on: dt.date) -> Iterator[Turn]:
    """A meeting whose day has passed waits to be recorded, moved or cancelled."""
    known = {review.pk: review for review in reviews}
    rows = Meeting.objects.ahead().filter(review__in=list(known), planned_on__lt=on)
    for meeting in rows:
        assert meeting.planned_on is not None
        review = known[meeting.review_id]
        yield Turn(
            review,
            _("Record the meeting"),
            reverse("reviews:hold_meeting", args=[review.slug, meeting.uuid]),
            RIGHT[meeting.body],
            meeting.planned_on,
            kind=RECORD,
            rank=60,
        )


register(
    Room(
        "meetings",
        _("Meetings"),
        "reviews:meetings",
        84,
        Part.RECORD,
        states=states,
        turns=turns,
        deeds=(PLAN, RECORD),
    )
)
