"""The list of reviews: what, stage, next date. The queries do not grow with the rows."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet

from deadlines.clocks import ClockDate, dates_of
from reviews import journey
from reviews.journey import Stage
from reviews.models import Review


@dataclass(frozen=True)
class Row:
    """A review in the list, with the date that matters next."""

    review: Review
    next_date: ClockDate | None

    @property
    def is_late(self) -> bool:
        return self.next_date is not None and self.next_date.state == "late"


def listing(
    found: QuerySet[Review], user: Any, stage: str, today: dt.date
) -> tuple[list[Row], list[tuple[str, str, int]]]:
    """The rows, late first, and the stages that occur with their counts (for the filter).

    `stage` is a stage's code, 'running' or 'ended'; anything else shows everything.
    """
    reviews = list(found)
    counts = [
        (code.value, str(code.label), sum(review.stage == code for review in reviews))
        for code in Stage
    ]
    dates = dates_of([review.timetable for review in reviews], today)
    rows = [
        Row(review, next_open(dates[review.timetable_id]) if review.is_running else None)
        for review in reviews
        if stage_fits(review, stage)
    ]
    far = dt.date.max
    rows.sort(
        key=lambda row: (
            not row.review.is_running,
            row.next_date.due_on if row.next_date else far,
            -row.review.year,
            -row.review.number,
        )
    )
    return rows, [each for each in counts if each[2]]


def stage_fits(review: Review, stage: str) -> bool:
    if stage == "running":
        return review.stage in journey.RUNNING
    if stage == "ended":
        return review.stage in journey.ENDS
    return stage not in Stage.values or review.stage == stage


def next_open(dates: list[ClockDate]) -> ClockDate | None:
    """The first date that is still to be met, late ones first because they lie furthest back."""
    running = [date for date in dates if date.met_on is None]
    return min(running, key=lambda date: date.due_on, default=None)
