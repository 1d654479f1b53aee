"""What the dates say of their reviews: that something is late, and what somebody has to say."""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from common import clock
from common.deeds import Deed, Obstacle
from deadlines.models import Deadline
from deadlines.plans import causes_of, standing_extension, steps_done
from deadlines.services import SetDay
from guidance.milestones import Milestone
from reviews.journey import WORKING
from reviews.models import Review
from reviews.permissions import May
from reviews.rooms import Part, Room, State, Turn, register
from reviews.timing.deeds import (
    COUNTING,
    EXTEND,
    LOOK,
    PLAN_DATES,
    STEP_DONE,
    STEP_NOT_DONE,
    WITHDRAW,
)
from reviews.timing.errands import done_here
from reviews.timing.standing import WHOLE, seen_whole, seen_wholes

AHEAD = dt.timedelta(days=7)


def states(reviews: Sequence[Review], user: Any) -> dict[int, State]:
    """In a word: late against the six months, or planned beyond them."""
    counting = [review for review in reviews if review.stage in COUNTING]
    today = clock.today()
    found = {}
    for pk, whole in seen_wholes(counting, today).items():
        if whole.is_unmet and whole.due_on and whole.due_on < today:
            found[pk] = State(_("late"), "late")
        elif whole.is_unmet and whole.days_over:
            found[pk] = State(_("plan extended"), "soon")
        elif whole.planned:
            found[pk] = State(_("planned"))
    return found


def obstacles(review: Review, kind: Deed, on: dt.date) -> Iterable[Obstacle]:
    """There is nothing to extend before there is a date, no cause to look at before one, and
    nothing to take back before it is recorded."""
    if kind is WITHDRAW and standing_extension(review.timetable) is None:
        yield Obstacle("not_extended", _("No extension stands."), is_impossible=True)
    if kind is STEP_NOT_DONE and not steps_done(review.timetable_id):
        yield Obstacle("no_step_done", _("No step is recorded as done."), is_impossible=True)
    if kind not in (EXTEND, LOOK):
        return
    whole = seen_whole(review, clock.today())
    plan = reverse("reviews:plan_dates", args=[review.slug])
    if kind is EXTEND and not (whole.planned_end or whole.due_on):
        yield Obstacle("nothing_planned", _("Nothing is planned yet."), plan, is_impossible=True)
    if kind is EXTEND and whole.end not in whole.ahead:
        yield Obstacle(
            "is_over", _("The review has come to the end of its plan."), is_impossible=True
        )
    if kind is LOOK and not whole.causes:
        yield Obstacle("no_cause", _("No cause of delay stands."), is_impossible=True)


def turns(reviews: Sequence[Review], user: Any, on: dt.date) -> Iterator[Turn]:
    """The plan is made once the review is commissioned; a cause is asked when the plan passes the
    date, and again when its next look has come."""
    counting = [review for review in reviews if review.stage in COUNTING]
    wholes = seen_wholes(counting, on)
    for review in counting:
        whole = wholes[review.pk]
        if not whole.is_unmet:
            continue
        looks = [cause.next_look_on for cause in whole.causes]
        if whole.wants_cause:
            yield _turn(review, EXTEND, _("Say why it takes longer"), whole.due_on or on)
        elif looks and min(looks) <= on + AHEAD:
            since = min(cause.since for cause in whole.causes)
            yield _turn(review, LOOK, _("Look at the causes of delay"), since, min(looks))
        elif not whole.planned and review.stage in WORKING:
            yield _turn(review, PLAN_DATES, _("Plan the dates"), review.stage_since)


def _turn(
    review: Review, kind: Deed, sentence: Any, since: dt.date, due_on: dt.date | None = None
) -> Turn:
    return Turn(
        review,
        sentence,
        reverse(kind.url_name, args=[review.slug]),
        May.PLAN_DATES,
        min(since, clock.today()),
        due_on=due_on,
        kind=kind,
        rank=57,
    )


def set_days(reviews: Sequence[Review]) -> Iterator[SetDay]:
    """Causes of delay are looked at again by the first of their days, while the six months run."""
    ids = [review.timetable_id for review in reviews if review.stage in COUNTING]
    standing = {pk: causes for pk, causes in causes_of(ids).items() if causes} if ids else {}
    unmet = Deadline.objects.filter(timetable__in=standing, limit=WHOLE, met_on=None)
    for pk in unmet.values_list("timetable", flat=True) if standing else ():
        on = min(cause.next_look_on for cause in standing[pk])
        yield SetDay(pk, Milestone.CAUSE_LOOK, "causes", on)


register(
    Room(
        "dates",
        _("Dates"),
        "reviews:dates",
        5,
        Part.CASE,
        states=states,
        obstacles=obstacles,
        turns=turns,
        deeds=(PLAN_DATES, EXTEND, LOOK, STEP_DONE, WITHDRAW, STEP_NOT_DONE),
        set_days=set_days,
        done=done_here,
    )
)
