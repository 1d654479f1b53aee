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
    Value,
    When,
)
from django.utils.translation import gettext as _

from boards.models import Agency, Board
from common.distance import until
from deadlines.board_rules import rules_of as rules_by_board
from deadlines.clocks import ClockDate
from deadlines.models import Deadline, StandingCause
from deadlines.plans import CauseShown
from desk.clocks.asked import HELD, NO_CAUSE, Asked
from guidance.causes import Cause
from guidance.edition import Edition
from guidance.editions import codes, edition, offered
from guidance.targets import AGENCY_RETURNS
from reviews.decision.untold import not_done_with
from reviews.journey import RUNNING
from reviews.models import ProceedingHold, Review
from reviews.proceedings.holds import HeldBack, Holds
from reviews.querysets import visible_to
from reviews.timing.standing import WHOLE, wholes_of

AHEAD = dt.timedelta(weeks=4)
WITHOUT_WHOLE = [code for code in codes() if edition(code).limit(WHOLE) is None]


@dataclass(frozen=True)
class Clock:
    """One deadline that runs, of one review: its rule, why it is late, what is held beside it."""

    review: Review
    date: ClockDate
    today: dt.date
    agency: str = ""
    planned_on: dt.date | None = None
    """When the plan comes to its end; beside the six months only."""
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
    def wants_cause(self) -> bool:
        """The six months are over, and nobody has said why."""
        return self.date.limit.key == WHOLE and self.is_late and not (self.causes or self.held)

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
    """The running reviews that this person may read, and the ended ones that still owe Welsh
    Government a notice."""
    return not_done_with(visible_to(user))


def boards_of(reviews: QuerySet[Review]) -> dict[str, int]:
    """The boards among them, by code."""
    found = Board.objects.filter(Exists(bare(reviews).filter(board=OuterRef("pk"))))
    return dict(found.order_by("name_en").values_list("code", "pk"))


def without_limits(reviews: QuerySet[Review]) -> list[Edition]:
    """The editions among them of which no time limit is known."""
    unknown = [code for code in codes() if not edition(code).knows_time]
    found = bare(reviews).filter(timetable__edition__in=unknown)
    return [edition(code) for code in found.values_list("timetable__edition", flat=True).distinct()]


def open_among(reviews: QuerySet[Review], asked: Asked, today: dt.date) -> QuerySet[Deadline]:
    """Their deadlines that answer what is asked."""
    return Deadline.objects.filter(_asked(asked, today), timetable__in=_timetables(reviews))


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


Place = tuple[int, str, str]
"""Where a deadline stands: its timetable, its limit, its part."""


def chosen(reviews: QuerySet[Review], asked: Asked, today: dt.date) -> QuerySet[Any, Place]:
    """Of these reviews' deadlines the ones asked for, in the order asked for. Ties come late first.

    Each order is asked for so that an index serves it, however many there are.
    """
    if asked.order in ("reference", "stage"):
        at = "timetable__deadlines__"
        found = bare(reviews).filter(_asked(asked, today, at))
        if asked.order == "stage":
            steps = [When(stage=stage, then=Value(at)) for at, stage in enumerate(RUNNING)]
            step = Case(*steps, default=Value(len(RUNNING)), output_field=IntegerField())
            ordered = found.order_by(step, f"{at}due_on", f"{at}pk")
        else:
            ordered = found.order_by("board", "year", "number", f"{at}due_on", f"{at}pk")
        return ordered.values_list("timetable", f"{at}limit", f"{at}part")
    rows = open_among(reviews, asked, today)
    order = ("limit", "due_on", "pk") if asked.order == "rule" else ("due_on", "pk")
    return rows.order_by(*order).values_list("timetable", "limit", "part")


def _asked(asked: Asked, today: dt.date, at: str = "") -> Q:
    """What is asked of a deadline itself, which stands at that end of a join."""
    found = Q(**{f"{at}met_on": None})
    if asked.when == "late":
        found &= Q(**{f"{at}due_on__lt": today})
    if asked.when == "soon":
        found &= Q(**{f"{at}due_on__range": (today, today + AHEAD)})
    if asked.rule:
        found &= Q(**{f"{at}limit": asked.rule})
    if asked.cause and asked.cause != HELD:
        found &= Q(**{f"{at}limit": WHOLE}) | Q(timetable__edition__in=WITHOUT_WHOLE)
    if asked.cause == NO_CAUSE:
        found &= Q(**{f"{at}due_on__lt": today})
    return found


def _timetables(reviews: QuerySet[Review]) -> Any:
    return reviews.order_by().values("timetable")


def clocks_of(places: Iterable[Place], user: Any, today: dt.date) -> list[Clock]:
    """These deadlines with their reviews and rules, in the order given. Ten queries at most."""
    rows = list(places)
    reviews = list(running_of(user).filter(timetable__in={row[0] for row in rows}))
    by_timetable = {review.timetable_id: review for review in reviews}
    wholes = wholes_of(reviews, today)
    dates = {
        (review.timetable_id, date.limit.key, date.part): date
        for review in reviews
        for date in wholes[review.pk].dates
    }
    holds = Holds(reviews, today)
    parts = {part for _timetable, _limit, part in rows if part}
    agencies = {each.code: str(each.name) for each in Agency.objects.filter(code__in=parts)}
    clocks = []
    for timetable, limit, part in rows:
        if (timetable, limit, part) not in dates:
            continue
        review = by_timetable[timetable]
        whole = wholes[review.pk]
        # A cause says why the whole takes longer, and not why one agency or action is late.
        speaks = limit == WHOLE or whole.clock is None
        clocks.append(
            Clock(
                review,
                dates[timetable, limit, part],
                today,
                agencies.get(part, ""),
                whole.planned_end if limit == WHOLE else None,
                tuple(whole.causes) if speaks else (),
                tuple(holds.on_review(review)),
            )
        )
    return clocks


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
