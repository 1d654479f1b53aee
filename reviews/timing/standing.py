"""How a review stands to its six months: the date of the rule, the plan, and the causes."""

import datetime as dt
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from deadlines.clocks import ClockDate, dates_and_days_of
from deadlines.models import Timetable
from deadlines.plans import CauseShown, causes_of, planned_days_of
from deadlines.reckoning import Days
from guidance.edition import Edition
from guidance.editions import edition
from guidance.milestones import ENDS_OF_A_REVIEW, Milestone
from guidance.planning import BY_CODE, Step, ahead
from reviews.models import Review

WHOLE = "review_complete"


@dataclass(frozen=True)
class Whole:
    """The clock of the whole review beside its plan. An edition without a rule has no clock: then
    the plan alone says when the review is to end."""

    dates: Sequence[ClockDate]
    """Every date of the review, this one among them."""
    planned: Mapping[str, dt.date]
    causes: Sequence[CauseShown]
    today: dt.date
    days: Days
    """The day each milestone was reached."""
    edition: Edition
    passed: Collection[str] = ()
    """Milestones that lie behind on days that are not known."""

    @property
    def clock(self) -> ClockDate | None:
        return next((date for date in self.dates if date.limit.key == WHOLE), None)

    @property
    def end_code(self) -> str:
        """The step with which the clock stops: the Board's acceptance, unless a board says else."""
        end = str(self.clock.limit.end) if self.clock and self.clock.limit.end else ""
        return end if end in BY_CODE else str(Milestone.REPORT_ACCEPTED)

    @property
    def due_on(self) -> dt.date | None:
        return self.clock.due_on if self.clock else None

    @property
    def met_on(self) -> dt.date | None:
        """When the review came to its end; without a clock, to that of the plan."""
        return self.clock.met_on if self.clock else self.days.get((self.end_code, ""))

    @property
    def planned_end(self) -> dt.date | None:
        return self.planned.get(self.end_code)

    @property
    def ends_on(self) -> dt.date | None:
        """When it ended, or ends by the plan; never in the past while it has not ended."""
        if self.met_on or self.planned_end is None:
            return self.met_on
        return max(self.planned_end, self.today)

    @property
    def days_over(self) -> int:
        """By how many days it passes the date of the rule, done or planned or already."""
        if self.due_on is None:
            return 0
        return max(((self.ends_on or self.today) - self.due_on).days, 0)

    @property
    def wants_cause(self) -> bool:
        """It passes the date, nobody has said why, and it is not yet over."""
        return self.days_over > 0 and self.is_unmet and not self.causes

    def over(self, end_on: dt.date) -> int:
        """By how many days a plan that ends on that day passes the date of the rule."""
        return max((end_on - self.due_on).days, 0) if self.due_on else 0

    def would_pass(self, end_on: dt.date) -> bool:
        """Whether a plan that ends on that day passes the date of the rule."""
        return self.due_on is not None and end_on > self.due_on

    def wants_more(self, end_on: dt.date) -> bool:
        """Whether a plan that ends on that day needs causes and somebody who agreed: it passes the
        date, and further than was agreed, or nobody has said why."""
        stood = self.planned_end or self.due_on
        further = stood is not None and end_on > stood
        return self.would_pass(end_on) and (further or not self.causes)

    @property
    def is_unmet(self) -> bool:
        return self.met_on is None and self.end_code not in self.passed

    @property
    def is_unknown(self) -> bool:
        """The six months have no clock, because a day that they need was not given."""
        of_it = (str(Milestone.FORWARDED), *(str(end) for end in ENDS_OF_A_REVIEW))
        return (
            self.clock is None
            and self.edition.limit(WHOLE) is not None
            and any(each in self.passed for each in of_it)
        )

    @property
    def end(self) -> Step:
        return BY_CODE[self.end_code]

    @property
    def ahead(self) -> tuple[Step, ...]:
        """The steps that are still to come."""
        return ahead({milestone for milestone, part in self.days if not part})


def whole_of(review: Review, today: dt.date) -> Whole:
    return _wholes([review], [review.timetable], today)[review.pk]


def seen_whole(review: Review, today: dt.date) -> Whole:
    """The same for a page that only shows it, kept on the instance for as long as it lives: the
    navigation, the next step and the picture ask for it each."""
    kept: dict[dt.date, Whole] = review.__dict__.setdefault("_wholes", {})
    if today not in kept:
        kept[today] = whole_of(review, today)
    return kept[today]


def seen_wholes(reviews: Sequence[Review], today: dt.date) -> dict[int, Whole]:
    """The same for many reviews: those that are not known yet are read in the same few queries."""
    kept = {review.pk: review.__dict__.setdefault("_wholes", {}) for review in reviews}
    unknown = [review for review in reviews if today not in kept[review.pk]]
    for pk, whole in wholes_of(unknown, today).items() if unknown else ():
        kept[pk][today] = whole
    return {pk: wholes[today] for pk, wholes in kept.items()}


def wholes_of(reviews: Sequence[Review], today: dt.date) -> dict[int, Whole]:
    """The same for many reviews, in six queries however many; seven where their timetables have
    not been read with them."""
    rows: Iterable[Timetable] = [
        r.timetable for r in reviews if "timetable" in r._state.fields_cache
    ]
    if len(list(rows)) < len(reviews):
        rows = Timetable.objects.filter(pk__in=[review.timetable_id for review in reviews])
    return _wholes(reviews, rows, today)


def _wholes(
    reviews: Sequence[Review], timetables: Iterable[Timetable], today: dt.date
) -> dict[int, Whole]:
    ids = [review.timetable_id for review in reviews]
    rows = {row.pk: row for row in timetables}
    found = dates_and_days_of(rows.values(), today)
    planned, causes = planned_days_of(ids), causes_of(ids)
    return {
        review.pk: Whole(
            found[review.timetable_id][0],
            planned.get(review.timetable_id, {}),
            causes.get(review.timetable_id, []),
            today,
            found[review.timetable_id][1],
            edition(rows[review.timetable_id].edition),
            rows[review.timetable_id].passed,
        )
        for review in reviews
    }
