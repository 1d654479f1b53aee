"""The list of reviews: what, stage, next date. The queries do not grow with the rows."""

import datetime as dt
from dataclasses import dataclass

from django.db.models import QuerySet
from django.utils.translation import gettext as _

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
    def what(self) -> str:
        """Which kind of review; nothing where it ended without one."""
        undecided = not self.review.kind and not self.review.is_running
        return "" if undecided else self.review.get_kind_display()

    @property
    def is_late(self) -> bool:
        return self.next_date is not None and self.next_date.state == "late"


@dataclass(frozen=True)
class Chip:
    """A filter of the list: the stages that occur, and running or ended."""

    code: str
    label: str
    on: bool

    @property
    def url(self) -> str:
        return "?stage=all" if self.on else f"?stage={self.code}"


def listing(found: QuerySet[Review], stage: str, today: dt.date) -> tuple[list[Row], list[Chip]]:
    """The rows, late first, and the filters that would leave something.

    `stage` is a stage's code, 'running' or 'ended'; anything else shows everything.
    """
    reviews = list(found)
    words = [("running", _("Running")), ("ended", _("Ended"))]
    words += [(code.value, str(code.label)) for code in Stage]
    chips = [
        Chip(code, f"{label}: {count}", code == stage)
        for code, label in words
        if (count := sum(stage_fits(review, code) for review in reviews))
    ]
    dates = dates_of([review.timetable for review in reviews], today)
    rows = [
        Row(review, next_open(dates[review.timetable_id]) if review.is_running else None)
        for review in reviews
        if stage_fits(review, stage)
    ]
    rows.sort(
        key=lambda row: (
            not row.review.is_running,
            row.next_date.due_on if row.next_date else dt.date.max,
            -row.review.year,
            -row.review.number,
        )
    )
    return rows, chips


def stage_fits(review: Review, stage: str) -> bool:
    if stage == "running":
        return review.stage in journey.RUNNING
    if stage == "ended":
        return review.stage in journey.ENDS
    return stage not in Stage.values or review.stage == stage


def next_open(dates: list[ClockDate]) -> ClockDate | None:
    """The first date that is still to be met, late ones first because they lie furthest back.

    The earliest day of something is no day by which anything is due.
    """
    running = [date for date in dates if date.met_on is None and not date.is_earliest]
    return min(running, key=lambda date: date.due_on, default=None)
