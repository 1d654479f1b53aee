"""The deadlines that run in all reviews somebody may see, in queries that do not grow with them."""

import datetime as dt
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import (
    Case,
    Count,
    Exists,
    IntegerField,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Value,
    When,
)
from django.utils.translation import gettext as _

from boards.models import Agency, Board
from common.distance import until
from deadlines.board_rules import rules_of as rules_by_board
from deadlines.clocks import ClockDate, dates_of
from deadlines.models import Deadline, StandingCause
from deadlines.plans import CauseShown, causes_of
from desk.clocks.asked import HELD, NO_CAUSE, Asked
from guidance.causes import Cause
from guidance.edition import Edition
from guidance.editions import codes, edition, offered
from guidance.targets import AGENCY_RETURNS
from reviews.journey import RUNNING
from reviews.models import ProceedingHold, Review
from reviews.proceedings.holds import HeldBack, Holds
from reviews.querysets import visible_to

AHEAD = dt.timedelta(weeks=4)


@dataclass(frozen=True)
class Clock:
    """One deadline that runs, of one review: its rule, why it is late, what is held beside it."""

    review: Review
    date: ClockDate
    today: dt.date
    agency: str = ""
    causes: tuple[CauseShown, ...] = ()
    held: tuple[HeldBack, ...] = ()

    @property
    def is_late(self) -> bool:
        return self.date.due_on < self.today

    @property
    def days_left(self) -> int:
        """Below nought where it is late."""
        return (self.date.due_on - self.today).days

    @property
    def distance(self) -> str:
        return until(self.date.due_on, self.today)

    @property
    def work_by(self) -> dt.date | None:
        """The last working day before, where the due day is none."""
        return self.date.works_until

    @property
    def rule(self) -> str:
        """Its name; of one that each agency has, with the agency."""
        return f"{self.date.label}: {self.agency}" if self.agency else self.date.label


def running_of(user: Any) -> QuerySet[Review]:
    """The running reviews that this person may read."""
    return visible_to(user).filter(stage__in=RUNNING)


def boards_of(reviews: QuerySet[Review]) -> dict[str, int]:
    """The boards among them, by code."""
    found = Board.objects.filter(Exists(bare(reviews).filter(board=OuterRef("pk"))))
    return dict(found.order_by("name_en").values_list("code", "pk"))


def without_limits(reviews: QuerySet[Review]) -> list[Edition]:
    """The editions among them of which no time limit is known."""
    unknown = [code for code in codes() if not edition(code).knows_time]
    found = bare(reviews).filter(timetable__edition__in=unknown)
    return [edition(code) for code in found.values_list("timetable__edition", flat=True).distinct()]


def open_among(reviews: QuerySet[Review]) -> QuerySet[Deadline]:
    """Their deadlines that are still to be met."""
    return Deadline.objects.filter(
        met_on=None, timetable__in=reviews.order_by().values("timetable")
    )


def bare(reviews: QuerySet[Review]) -> QuerySet[Review]:
    """The same, without their boards and timetables."""
    return reviews.order_by().select_related(None)


def holds_of(review: Any, today: dt.date) -> QuerySet[ProceedingHold]:
    """The holds of a review that stand, for a subquery."""
    standing = Q(lifted_on=None) | Q(lifted_on__gt=today)
    return ProceedingHold.objects.filter(
        standing, proceeding__review=review, since_on__lte=today
    ).order_by()


def narrowed(reviews: QuerySet[Review], asked: Asked, today: dt.date) -> QuerySet[Review]:
    """The reviews of which deadlines are asked: by board, stage and cause."""
    if asked.board:
        reviews = reviews.filter(board__code=asked.board)
    if asked.stage:
        reviews = reviews.filter(stage=asked.stage)
    if not asked.cause:
        return reviews
    held = reviews.filter(Exists(holds_of(OuterRef("pk"), today)))
    if asked.cause == HELD:
        return held
    standing = StandingCause.objects.filter(timetable=OuterRef("timetable"), ended_on=None)
    if asked.cause == NO_CAUSE:
        return reviews.exclude(Exists(standing)).exclude(pk__in=bare(held).values("pk"))
    return reviews.filter(Exists(standing.filter(cause=asked.cause)))


def chosen(found: QuerySet[Deadline], asked: Asked, today: dt.date) -> QuerySet[Deadline]:
    """Of these deadlines the ones asked for, in the order asked for. Ties come late first."""
    if asked.when == "late":
        found = found.filter(due_on__lt=today)
    if asked.when == "soon":
        found = found.filter(due_on__range=(today, today + AHEAD))
    if asked.rule:
        found = found.filter(limit=asked.rule)
    if asked.order == "rule":
        return found.order_by("limit", "due_on", "pk")
    if not asked.order:
        return found.order_by("due_on", "pk")
    of_review = Review.objects.filter(timetable=OuterRef("timetable"))
    if asked.order == "stage":
        steps = [When(stage=stage, then=Value(at)) for at, stage in enumerate(RUNNING)]
        at = Case(*steps, default=Value(len(RUNNING)), output_field=IntegerField())
        found = found.annotate(at=Subquery(of_review.annotate(at=at).values("at")))
        return found.order_by("at", "due_on", "pk")
    return found.annotate(
        year=Subquery(of_review.values("year")),
        number=Subquery(of_review.values("number")),
        prefix=Subquery(of_review.values("board__prefix")),
    ).order_by("prefix", "year", "number", "due_on", "pk")


def clocks_of(deadlines: Iterable[Deadline], user: Any, today: dt.date) -> list[Clock]:
    """These deadlines with their reviews and rules, in the order given. Seven queries at most."""
    rows = list(deadlines)
    reviews = list(running_of(user).filter(timetable__in={row.timetable_id for row in rows}))
    by_timetable = {review.timetable_id: review for review in reviews}
    dates = {
        (timetable, date.limit.key, date.part): date
        for timetable, found in dates_of([each.timetable for each in reviews], today).items()
        for date in found
    }
    causes, holds = causes_of(list(by_timetable)), Holds(reviews, today)
    parts = {row.part for row in rows if row.part}
    agencies = {each.code: str(each.name) for each in Agency.objects.filter(code__in=parts)}
    return [
        Clock(
            by_timetable[row.timetable_id],
            dates[key],
            today,
            agencies.get(row.part, ""),
            tuple(causes.get(row.timetable_id, ())),
            tuple(holds.on_review(by_timetable[row.timetable_id])),
        )
        for row in rows
        if (key := (row.timetable_id, row.limit, row.part)) in dates
    ]


def rules_of(clocks: Iterable[Clock]) -> list[ClockDate]:
    """Each rule of these, once: to be said in full below them."""
    found = {(each.date.limit.key, each.date.citation): each.date for each in clocks}
    return sorted(found.values(), key=lambda date: date.label)


def rules_of_boards(boards: Collection[int]) -> list[tuple[str, str]]:
    """The rules that may run on these boards, each with its name: those of every edition that may
    be chosen, and the targets that the boards have set. Three queries, however many reviews."""
    limits = [limit for each in offered() for limit in each.limits if limit.is_deadline]
    limits += [target.rule for rules in rules_by_board(boards).values() for target in rules.targets]
    labels = {limit.key: _(limit.label) for limit in limits if limit.key != AGENCY_RETURNS.rule.key}
    return sorted(labels.items(), key=lambda pair: pair[1])


def counts(found: QuerySet[Deadline], today: dt.date) -> Mapping[str, int]:
    """How many there are, are late, and are due in the next four weeks. One query."""
    counted: dict[str, int] = found.order_by().aggregate(
        every=Count("pk"),
        late=Count("pk", filter=Q(due_on__lt=today)),
        soon=Count("pk", filter=Q(due_on__range=(today, today + AHEAD))),
    )
    return {"": counted["every"], "late": counted["late"], "soon": counted["soon"]}


def every_cause() -> list[tuple[str, str]]:
    """What may keep a review, each with its name."""
    return [
        *((str(each), _(each.label)) for each in Cause),
        (HELD, _("Held for other proceedings")),
        (NO_CAUSE, _("No cause recorded")),
    ]
