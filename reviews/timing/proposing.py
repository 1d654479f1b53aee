"""The plan that is proposed for one review, and what is known of the days in it."""

import datetime as dt
from collections.abc import Iterable, Mapping

from django.utils import formats
from django.utils.translation import gettext

from deadlines.working_days import WorkingDays, of_board
from guidance.holidays_of_wales import bank_holiday
from guidance.milestones import Milestone
from guidance.planning import BY_CODE, before, propose, usual_end
from reviews.models import Amended, Amendment, Hearing, Held, ProceedingHold, Review
from reviews.proceedings.holds import holds_on
from reviews.timing.standing import Whole

NEAR = dt.timedelta(days=3)  # a hearing so near takes the police, the lawyers and the witnesses
FIRST_PANEL = str(Milestone.PANEL_FIRST_MET)
WAITS_FOR: dict[str, tuple[Held, ...]] = {
    "family_met": (Held.FAMILY, Held.ALL),
    "family_told": (Held.FAMILY, Held.ALL),
    str(Milestone.EVENT_HELD): (Held.EVENT, Held.STAFF, Held.ALL),
    str(Milestone.PUBLISHED): (Held.PUBLICATION, Held.ALL),
}


def proposed(review: Review, whole: Whole) -> dict[str, dt.date]:
    """A day for each step ahead: counted back from the six-month date, or from where the plan
    ends; where either is too near or past, as early as what is left usually takes. The first
    meeting of the panel stays on the day that was decided for it."""
    steps, today, back = whole.ahead, whole.today, of_board(review.board_id).last_on_or_before
    target = whole.met_on or whole.planned_end or whole.due_on
    arranged = first_panel_on(review) if BY_CODE[FIRST_PANEL] in steps else None
    begun = max(arranged or today, today)
    soonest = max(usual_end(begun, steps, whole.end), begun)
    days = late = propose(soonest, begun, steps, back, whole.end)
    if target is not None and (target > begun or not whole.is_unmet):
        days = propose(target, begun, steps, back, whole.end)
    if arranged and arranged >= today:
        days = days | {FIRST_PANEL: arranged}
    return {step: day if day >= today else late[step] for step, day in days.items()}


def first_panel_on(review: Review) -> dt.date | None:
    """The day of the panel's first meeting that the Chair decided, or the sub-group recommended."""
    amended = Amendment.objects.filter(decision__review=review, field=Amended.FIRST_PANEL).last()
    if amended is not None:
        return dt.date.fromisoformat(amended.new) if amended.new else None
    paper = getattr(review, "recommendation", None)
    return paper.first_panel_on if paper else None


def moved(review: Review, whole: Whole, from_on: dt.date, until_on: dt.date) -> dict[str, dt.date]:
    """The plan after its end moved: what is ahead moves by as many days. A day that would lie in
    the past, and one that was never planned, are proposed anew."""
    back = of_board(review.board_id).last_on_or_before
    fresh = propose(until_on, whole.today, whole.ahead, back, whole.end)
    by = until_on - from_on
    days = {}
    for step in whole.ahead:
        stood = whole.planned.get(step.code)
        day = back(stood + by) if stood else None
        days[step.code] = day if day and day >= whole.today else fresh[step.code]
    days[whole.end_code] = until_on  # exactly what was agreed
    return dict(whole.planned) | days


class Known:
    """What is known of days: who does not work then, which court sits, what is held. Read once."""

    def __init__(self, review: Review, today: dt.date) -> None:
        self.today = today
        self.working: WorkingDays = of_board(review.board_id)
        self.hearings = list(hearings_of(review))
        self.holds: list[ProceedingHold] = list(holds_on([review], today))

    def said_of(self, days: Mapping[str, dt.date]) -> dict[str, str]:
        """By step, a line that begins with its day; none where nothing is known of it."""
        lines, too_soon = {}, gettext("This is before an earlier step:")
        for code, day in days.items():
            found = self.of(code, day)
            if day < self.today:
                found.insert(0, gettext("This day has passed."))
            found += [
                f"{too_soon} {gettext(each.label)}"
                for each in before(BY_CODE[code])[-1:]
                if days.get(each.code, day) > day
            ]
            if found:
                lines[code] = f"{formats.date_format(day, 'j F Y')}: {' '.join(found)}"
        return lines

    def of(self, step: str, day: dt.date) -> list[str]:
        """What a planner should know of this day for this step."""
        found = []
        holiday = bank_holiday(day)
        if holiday:
            found.append(f"{gettext('Bank holiday:')} {gettext(holiday)}")
        elif day.weekday() >= 5:
            found.append(gettext("This is a Saturday or a Sunday."))
        elif not self.working.is_working(day):
            found.append(gettext("The Board's office is closed that day."))
        for hearing in self.hearings:
            if abs(hearing.sits_on - day) <= NEAR:
                when = formats.date_format(hearing.sits_on, "j F Y")
                kind = hearing.proceeding.get_kind_display()
                near = gettext("A hearing is near:")
                found.append(f"{near} {kind}, {when}")
        held = WAITS_FOR.get(step, ())
        found += [
            f"{gettext('On hold:')} {hold.get_held_display()}"
            for hold in self.holds
            if hold.held in held
        ]
        return found

    def of_all(self, days: Mapping[str, dt.date]) -> dict[str, list[str]]:
        return {step: said for step, day in days.items() if (said := self.of(step, day))}


def hearings_of(review: Review) -> Iterable[Hearing]:
    """The hearings that stand; one that was moved has another in its place."""
    return (
        Hearing.objects.filter(proceeding__review=review, replaced_by=None)
        .select_related("proceeding")
        .order_by("sits_on", "pk")
    )
