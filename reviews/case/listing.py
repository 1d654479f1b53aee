"""The list of reviews: what, stage, next date. The queries do not grow with the rows."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Count, F, QuerySet
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


def chips_of(found: QuerySet[Review], stage: str) -> tuple[list[Chip], int]:
    """The filters that would leave something, and how many rows the chosen one leaves."""
    counted = found.order_by().values_list("stage").annotate(Count("pk"))
    by_stage: dict[str, int] = dict(counted)
    words = [("running", _("Running")), ("ended", _("Ended"))]
    words += [(code.value, str(code.label)) for code in Stage]
    chips = [
        Chip(code, f"{label}: {count}", code == stage)
        for code, label in words
        if (count := sum(by_stage.get(each, 0) for each in stages_of(code)))
    ]
    return chips, sum(by_stage.get(each, 0) for each in stages_of(stage))


def in_urgency(found: QuerySet[Review], stage: str) -> QuerySet[Review]:
    """Running before ended, late first; what has no date comes by its reference, the newest first.

    `stage` is a stage's code, 'running' or 'ended'; anything else leaves everything.
    """
    chosen = stages_of(stage)
    if len(chosen) < len(Stage):
        found = found.filter(stage__in=chosen)
    nearest = F("timetable__next_due_on").asc(nulls_last=True)
    return found.order_by(nearest, "-year", "-number")


def stages_of(code: str) -> tuple[str, ...]:
    """The stages that a filter's code stands for."""
    if code == "running":
        return journey.RUNNING
    if code == "ended":
        return journey.ENDS
    return (code,) if code in Stage.values else tuple(Stage)


def rows_of(reviews: Sequence[Review], today: dt.date) -> list[Row]:
    """Reviews with the date that matters next, in one query."""
    dates = dates_of([review.timetable for review in reviews], today)
    return [
        Row(review, next_open(dates[review.timetable_id]) if review.is_running else None)
        for review in reviews
    ]


def next_open(dates: list[ClockDate]) -> ClockDate | None:
    """The first date that is still to be met, late ones first because they lie furthest back.

    The earliest day of something is no day by which anything is due.
    """
    running = [date for date in dates if date.met_on is None and not date.is_earliest]
    return min(running, key=lambda date: date.due_on, default=None)
