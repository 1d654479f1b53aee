"""The list: reviews and the board's other work. What, stage, next date, in constant queries."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db.models import Count, F, QuerySet
from django.utils.translation import gettext as _

from boards.models import Board
from deadlines.clocks import ClockDate, dates_of
from reviews import journey
from reviews.joint.reading import joint_among
from reviews.journey import Stage
from reviews.models import ENDED_WORK, OtherWork, Review, WorkKind
from reviews.proceedings.holds import HeldBack, Holds

WORK_CODES = tuple(f"work-{kind}" for kind in WorkKind)


@dataclass(frozen=True)
class Row:
    """A review in the list, with the date that matters next."""

    review: Review
    next_date: ClockDate | None
    boards: tuple[Board, ...] = ()
    """The boards that take part beside the lead board."""
    held: tuple[HeldBack, ...] = ()
    """What other proceedings keep back."""

    @property
    def what(self) -> str:
        """Which kind of review; nothing where it ended without one."""
        undecided = not self.review.kind and not self.review.is_running
        return "" if undecided else self.review.get_kind_display()

    @property
    def is_late(self) -> bool:
        return self.next_date is not None and self.next_date.state == "late"


@dataclass(frozen=True)
class WorkRow:
    """A forum, an adult review or other work in the same list."""

    work: OtherWork


@dataclass(frozen=True)
class Chip:
    """A filter of the list: the stages that occur, and running or ended."""

    code: str
    label: str
    on: bool

    @property
    def url(self) -> str:
        return "?stage=all" if self.on else f"?stage={self.code}"


def chips_of(
    found: QuerySet[Review], stage: str, works: QuerySet[OtherWork] | None = None
) -> tuple[list[Chip], int]:
    """The filters that would leave something, and how many rows the chosen one leaves."""
    counted = found.order_by().values_list("stage").annotate(Count("pk"))
    by_stage: dict[str, int] = dict(counted)
    of_works: Counter[str] = Counter()
    works = OtherWork.objects.none() if works is None else works
    for kind, at, count in works.order_by().values_list("kind", "stage").annotate(Count("pk")):
        of_works[f"work-{kind}"] += count
        of_works["ended" if at in ENDED_WORK else "running"] += count
        of_works[""] += count

    def left_by(code: str) -> int:
        reviews = sum(by_stage.get(each, 0) for each in stages_of(code))
        return reviews + of_works["" if is_everything(code) else code]

    words = [("running", _("Running")), ("ended", _("Ended"))]
    words += [(f"work-{kind}", str(kind.label)) for kind in WorkKind]
    words += [(code.value, str(code.label)) for code in Stage if code != Stage.FORUM]
    chips = [
        Chip(code, f"{label}: {count}", code == stage)
        for code, label in words
        if (count := left_by(code))
    ]
    return chips, left_by(stage)


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
    if code == f"work-{WorkKind.FORUM}":  # also what was decided to be one
        return (Stage.FORUM,)
    if code in WORK_CODES:
        return ()
    return (code,) if code in Stage.values else tuple(Stage)


def is_everything(code: str) -> bool:
    """Whether a code narrows nothing."""
    return code not in ("running", "ended", *WORK_CODES, *Stage.values)


def works_of(works: QuerySet[OtherWork], code: str) -> QuerySet[OtherWork]:
    """The other work that a filter's code stands for."""
    if code in WORK_CODES:
        return works.filter(kind=code.removeprefix("work-"))
    if code == "running":
        return works.exclude(stage__in=ENDED_WORK)
    if code == "ended":
        return works.filter(stage__in=ENDED_WORK)
    return works if is_everything(code) else works.none()


Key = tuple[int, bool]  # whose, and whether it is other work


class InOneOrder:
    """Reviews and other work in one order, to be paged: the nearest date first, then the newest.

    Each is asked for in its own order as far as the page reaches, so that the index of the dates
    serves however many there are; where there is no other work, reviews alone are asked for.
    """

    def __init__(
        self, found: QuerySet[Review], works: QuerySet[OtherWork], stage: str, count: int
    ) -> None:
        self.count = count  # the filters have counted already
        self.reviews = in_urgency(found, stage)
        # A board has a few dozen in all its years.
        self.works = list(works_of(works, stage).select_related(None).only("next_on", "began_on"))

    def __len__(self) -> int:
        return self.count

    def __getitem__(self, cut: slice) -> list[Key]:
        if not self.works:
            return [(pk, False) for pk in self.reviews.values_list("pk", flat=True)[cut]]
        columns = ("timetable__next_due_on", "year", "number", "pk")
        keys = [
            (due or dt.date.max, -year, -number, pk, False)
            for due, year, number, pk in self.reviews.values_list(*columns)[: cut.stop]
        ]
        keys += [
            (work.next_on or dt.date.max, -work.began_on.year, 0, work.pk, True)
            for work in self.works
        ]
        return [(pk, is_work) for *_order, pk, is_work in sorted(keys)[cut]]


def page_of(keys: Iterable[Key], today: dt.date) -> list[Row | WorkRow]:
    """The rows of one page, in its order."""
    wanted = list(keys)
    reviews = Review.objects.select_related("board", "timetable").filter(
        pk__in=[pk for pk, is_work in wanted if not is_work]
    )
    works = OtherWork.objects.filter(pk__in=[pk for pk, is_work in wanted if is_work])
    found: dict[Key, Row | WorkRow] = {}
    found |= {(row.review.pk, False): row for row in rows_of(list(reviews), today)}
    found |= {(work.pk, True): WorkRow(work) for work in works}
    return [found[key] for key in wanted if key in found]


def rows_of(reviews: Sequence[Review], today: dt.date) -> list[Row]:
    """Reviews with the date that matters next and what is held, in a few queries."""
    dates = dates_of([review.timetable for review in reviews], today)
    joint = joint_among(reviews, today)
    holds = Holds([review for review in reviews if review.is_running], today)
    return [
        Row(
            review,
            next_open(dates[review.timetable_id]) if review.is_running else None,
            tuple(joint.get(review.pk, ())),
            tuple(holds.on_review(review)),
        )
        for review in reviews
    ]


def next_open(dates: list[ClockDate]) -> ClockDate | None:
    """The first date that is still to be met, late ones first because they lie furthest back.

    The earliest day of something is no day by which anything is due.
    """
    running = [date for date in dates if date.met_on is None and not date.is_earliest]
    return min(running, key=lambda date: date.due_on, default=None)
