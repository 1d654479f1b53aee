"""Planning the dates of a review, and extending the plan for causes that are said.

A date of the guidance never moves: what moves is the plan, beside it.
"""

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

from django.utils.translation import gettext_lazy as _

from common.deeds import Act, NotNow, Obstacle, Overtaken, WrongDate
from deadlines import plans
from deadlines.models import CauseLook, Extension, Plan, StepDone
from deadlines.plans import keep_extension, keep_look, keep_plan, standing_extension, steps_done
from guidance.causes import Cause
from reviews.door import deed
from reviews.models import Review
from reviews.timing.deeds import EXTEND, LOOK, PLAN_DATES, STEP_DONE, STEP_NOT_DONE, WITHDRAW
from reviews.timing.proposing import moved
from reviews.timing.standing import whole_of

CAUSE_WANTED = Obstacle(
    "cause_wanted", _("The plan passes the date of the guidance. Say why, and who agreed.")
)
WORDS_WANTED = Obstacle("words_wanted", _("Say in words what the other cause is."))
NO_END = Obstacle("no_end", _("Say by which day the review is to come to its end."))
MOVES_ON = _("The new day must come after the day planned so far.")
WHY_WANTED = Obstacle("why_wanted", _("Say why."))
NOT_RECORDED = Obstacle("not_recorded", _("This step is not recorded as done."))
LOOK_LATER = _("The review date must be after that date.")


def plan_dates(
    review: Review,
    *,
    by: Any,
    on: dt.date,
    days: Mapping[str, dt.date],
    causes: Sequence[str] = (),
    words: str = "",
    agreed_by: str = "",
    next_look_on: dt.date | None = None,
    **deed_words: Any,
) -> Plan:
    """Plan a day for each step ahead. Where the plan passes the six-month date, the causes are
    asked at once, unless they have been said and stand."""
    act = Act()
    with deed(review, PLAN_DATES, by=by, on=on, act=act, **deed_words) as fresh:
        whole = whole_of(fresh, on)
        coming = {step.code for step in whole.ahead}
        end_on = days.get(whole.end_code)
        if whole.end_code in coming and end_on is None:
            raise NotNow([NO_END])
        extension = None
        if end_on and whole.due_on and not whole.would_pass(end_on):
            if whole.causes:  # within the date nothing keeps it any more
                keep_look(fresh.timetable, causes=(), words="", next_look_on=None, on=on, by=by)
        elif end_on and (causes or whole.wants_more(end_on)):
            _check_causes(causes, words, on, next_look_on)
            if not agreed_by.strip() or next_look_on is None or whole.due_on is None:
                raise NotNow([CAUSE_WANTED])
            stood = whole.planned_end
            extension = keep_extension(
                fresh.timetable,
                from_on=stood if stood and stood < end_on else whole.due_on,
                until_on=end_on,
                causes=causes,
                words=words,
                agreed_by=agreed_by,
                next_look_on=next_look_on,
                on=on,
                by=by,
            )
        # A step ahead that was left empty is no longer planned; what is behind stays as it was.
        behind = {step: day for step, day in whole.planned.items() if step not in coming}
        plan = keep_plan(fresh.timetable, behind | dict(days), by=by, on=on, extension=extension)
        act.about(plan, number=plan.number, ends_on=(end_on or whole.planned_end or on).isoformat())
    return plan


def extend_plan(
    review: Review,
    *,
    by: Any,
    on: dt.date,
    until_on: dt.date,
    causes: Sequence[str],
    agreed_by: str,
    next_look_on: dt.date,
    words: str = "",
    **deed_words: Any,
) -> Extension:
    """Move the plan's end, for these causes; what is not done yet moves with it. `on` is the day
    on which it was agreed."""
    act = Act()
    with deed(review, EXTEND, by=by, on=on, act=act, **deed_words) as fresh:
        whole = whole_of(fresh, on)
        from_on = whole.planned_end or whole.due_on
        if from_on is None:
            raise NotNow([NO_END])
        if until_on <= max(from_on, on):
            raise WrongDate(MOVES_ON)
        _check_causes(causes, words, on, next_look_on)
        extension = keep_extension(
            fresh.timetable,
            from_on=from_on,
            until_on=until_on,
            causes=causes,
            words=words,
            agreed_by=agreed_by,
            next_look_on=next_look_on,
            on=on,
            by=by,
        )
        days = moved(fresh, whole, from_on, until_on)
        keep_plan(fresh.timetable, days, by=by, on=on, extension=extension)
        act.about(
            extension,
            from_on=from_on.isoformat(),
            until_on=until_on.isoformat(),
            next_look_on=next_look_on.isoformat(),
        )
    return extension


def look_at_causes(
    review: Review,
    *,
    by: Any,
    on: dt.date,
    causes: Sequence[str],
    next_look_on: dt.date | None = None,
    words: str = "",
    **deed_words: Any,
) -> CauseLook:
    """The causes were looked at: these stand on until the next look, the others have ended. While
    the review passes its date there is always one."""
    act = Act()
    with deed(review, LOOK, by=by, on=on, act=act, **deed_words) as fresh:
        whole = whole_of(fresh, on)
        if causes or (whole.days_over and whole.is_unmet):
            _check_causes(causes, words, on, next_look_on)
        look = keep_look(
            fresh.timetable, causes=causes, words=words, next_look_on=next_look_on, on=on, by=by
        )
        act.about(look, number=len(causes))
    return look


def withdraw_extension(
    review: Review, *, by: Any, on: dt.date, extension: int, why: str, **deed_words: Any
) -> Extension:
    """The last extension was recorded by mistake. It stays on the record with the reason; the plan
    and the causes are as if it had not been."""
    act = Act()
    with deed(review, WITHDRAW, by=by, on=on, act=act, **deed_words) as fresh:
        standing = standing_extension(fresh.timetable)
        if standing is None or standing.pk != extension:
            raise Overtaken(fresh)
        if not why.strip():
            raise NotNow([WHY_WANTED])
        plans.withdraw_extension(standing, why=why, by=by, on=on)
        act.about(
            standing,
            from_on=standing.from_on.isoformat(),
            until_on=standing.until_on.isoformat(),
        )
    return standing


def record_step(review: Review, *, by: Any, on: dt.date, step: str, **deed_words: Any) -> StepDone:
    """An errand of the plan was done on that day. Recorded again, the later record counts."""
    act = Act()
    with deed(review, STEP_DONE, by=by, on=on, act=act, **deed_words) as fresh:
        row = plans.keep_step_done(fresh.timetable, step, on, by=by)
        act.about(row, step=step, done_on=on.isoformat())
    return row


def take_back_step(
    review: Review, *, by: Any, on: dt.date, step: str, why: str, **deed_words: Any
) -> StepDone:
    """An errand that was recorded as done is not, after all."""
    act = Act()
    with deed(review, STEP_NOT_DONE, by=by, on=on, act=act, **deed_words) as fresh:
        if step not in steps_done(fresh.timetable_id):
            raise NotNow([NOT_RECORDED])
        if not why.strip():
            raise NotNow([WHY_WANTED])
        row = plans.keep_step_done(fresh.timetable, step, None, words=why, by=by)
        act.about(row, step=step)
    return row


def _check_causes(
    causes: Sequence[str], words: str, on: dt.date, next_look_on: dt.date | None
) -> None:
    if not causes or next_look_on is None:
        raise NotNow([CAUSE_WANTED])
    if str(Cause.OTHER) in causes and not words.strip():
        raise NotNow([WORDS_WANTED])
    if next_look_on <= on:
        raise WrongDate(LOOK_LATER)
