"""The figures of the board view: how long stages take, what is kept, what is late and why."""

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import median
from typing import Any

from django.db.models import Count, F, Q, QuerySet
from django.utils.translation import gettext

from deadlines.models import Deadline, Reached
from deadlines.plans import causes_of
from desk.clocks.asked import Asked
from desk.clocks.running import open_among
from guidance.causes import Cause
from guidance.editions import codes, edition
from guidance.milestones import Milestone
from guidance.targets import target_of
from reviews.journey import RUNNING, Stage
from reviews.models import Review, StageChange
from reviews.proceedings.holds import holds_on
from reviews.timing.standing import WHOLE


@dataclass(frozen=True)
class Stay:
    """How long a stage took, over the reviews that have left it. In days."""

    label: str
    number: int
    middle: int
    longest: int


@dataclass(frozen=True)
class Kept:
    """One rule over all reviews: met in time, met late, still running, late today."""

    label: str
    in_time: int
    met_late: int
    running: int
    late: int


@dataclass(frozen=True)
class Why:
    """One cause, and of how many late reviews it stands."""

    label: str
    number: int


@dataclass(frozen=True)
class Figures:
    running: int
    late: int
    stays: list[Stay]
    kept: list[Kept]
    why: list[Why]


def figures_of(reviews: QuerySet[Review], today: dt.date) -> Figures:
    """Over these reviews, ended ones too. Nine queries, however many."""
    running = reviews.filter(stage__in=RUNNING)
    late = of_late(running, Asked(when="late"), today)
    return Figures(
        running.order_by().count(),
        late.order_by().count(),
        stays_in(reviews),
        kept_in(reviews, today),
        why_late(of_late(running, Asked(when="late", rule=WHOLE), today), today),
    )


def of_late(running: QuerySet[Review], asked: Asked, today: dt.date) -> QuerySet[Review]:
    """The reviews that have such a deadline."""
    found = open_among(running, asked, today).order_by()
    return running.filter(timetable__in=found.values("timetable"))


def stays_in(reviews: QuerySet[Review]) -> list[Stay]:
    """Along the journey, each stage that was left at least once."""
    days: defaultdict[str, list[int]] = defaultdict(list)
    entered: dict[int, tuple[str, dt.date]] = {
        review: (Stage.REFERRAL, on) for review, on in referred_on(reviews)
    }
    moves = StageChange.objects.standing().filter(review__in=reviews.order_by().values("pk"))
    rows = moves.order_by("pk").values_list("review", "from_stage", "to_stage", "on")
    for review, left, reached, on in rows:
        stage, since = entered.get(review, ("", on))
        # Of a review taken on later not every move is known.
        if stage == left and on >= since:
            days[left].append((on - since).days)
        entered[review] = (reached, on)
    return [
        Stay(str(stage.label), len(days[stage]), round(median(days[stage])), max(days[stage]))
        for stage in Stage
        if days[stage]
    ]


def referred_on(reviews: QuerySet[Review]) -> Iterable[tuple[int, dt.date]]:
    """By review, the day of its referral."""
    by_timetable = dict(reviews.order_by().values_list("timetable", "pk"))
    days = Reached.objects.filter(
        timetable__in=reviews.order_by().values("timetable"), milestone=str(Milestone.REFERRED)
    )
    return [(by_timetable[each], on) for each, on in days.values_list("timetable", "on")]


def kept_in(reviews: QuerySet[Review], today: dt.date) -> list[Kept]:
    """Each rule that sets a last day, by name."""
    found = Deadline.objects.filter(timetable__in=reviews.order_by().values("timetable"))
    running = Q(met_on=None, timetable__in=_running(reviews))
    counted = {
        row["limit"]: row
        for row in found.order_by()
        .values("limit")
        .annotate(
            in_time=Count("pk", filter=Q(met_on__lte=F("due_on"))),
            met_late=Count("pk", filter=Q(met_on__gt=F("due_on"))),
            running=Count("pk", filter=running & Q(due_on__gte=today)),
            late=Count("pk", filter=running & Q(due_on__lt=today)),
        )
    }
    return sorted(
        (
            Kept(label_of(key), row["in_time"], row["met_late"], row["running"], row["late"])
            for key, row in counted.items()
        ),
        key=lambda kept: kept.label,
    )


def label_of(key: str) -> str:
    """The name of a rule or of a board's target, as the latest edition that has it calls it."""
    target = target_of(key)
    limits = (edition(code).limit(key) for code in reversed(codes()))
    found = target.rule if target else next((limit for limit in limits if limit), None)
    return gettext(found.label) if found else key


def _running(reviews: QuerySet[Review]) -> Any:
    return reviews.filter(stage__in=RUNNING).order_by().values("timetable")


def why_late(late: QuerySet[Review], today: dt.date) -> list[Why]:
    """The causes that stand of the reviews past their six months, the most frequent first; at the
    end those held for other proceedings, and those of which no cause is recorded."""
    rows = list(late)
    standing = causes_of([review.timetable_id for review in rows])
    held = set(holds_on(rows, today).values_list("proceeding__review", flat=True))
    counted: Counter[str] = Counter()
    unexplained = 0
    for review in rows:
        codes = {cause.code for cause in standing.get(review.timetable_id, ())}
        counted.update(codes)
        unexplained += not codes and review.pk not in held
    found = [Why(gettext(Cause(code).label), number) for code, number in counted.most_common()]
    beside = [
        (gettext("Held for other proceedings"), len(held)),
        (gettext("No cause recorded"), unexplained),
    ]
    return found + [Why(label, number) for label, number in beside if number]


WIDTH, ROW, BAR, TOP = 480, 46, 14, 6


@dataclass(frozen=True)
class Bar:
    """A row of the picture; `far` is where its thin line ends, if it has one."""

    label: str
    said: str
    y: int
    text_y: int
    bar_y: int
    width: int
    far: int = 0


@dataclass(frozen=True)
class Drawing:
    width: int
    height: int
    bar_height: int
    bars: list[Bar]


def draw(rows: Sequence[tuple[str, int, int]]) -> Drawing:
    """Bars as long as their first number, with a line as far as the second."""
    most = max((max(first, second) for _label, first, second in rows), default=0) or 1
    bars = []
    for at, (label, first, second) in enumerate(rows):
        y = TOP + at * ROW
        width = max(round(first * WIDTH / most), 2)
        far = round(second * WIDTH / most) if second else 0
        bars.append(Bar(label, str(first), y, y + 16, y + ROW - BAR - 8, width, far))
    return Drawing(WIDTH, TOP + len(rows) * ROW, BAR, bars)
