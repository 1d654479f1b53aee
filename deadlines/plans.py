"""What was planned, how the plan was extended, and for which causes.

The writers are steps of a deed: they run inside it, which has locked the review, asked the
permission and writes the ledger. Nothing here moves a date of the guidance.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.utils.translation import gettext

from deadlines.models import (
    CauseLook,
    Extension,
    Plan,
    PlannedDay,
    StandingCause,
    StepDone,
    Timetable,
)
from guidance.causes import Cause


@dataclass(frozen=True)
class CauseShown:
    """A cause that stands: since when, and when it is looked at again. Codes and dates only, so
    that it can stand on lists."""

    code: str
    since: dt.date
    next_look_on: dt.date

    @property
    def label(self) -> str:
        """In the reader's language."""
        return gettext(Cause(self.code).label)


def causes_of(ids: Iterable[int]) -> Mapping[int, list[CauseShown]]:
    """By timetable, the causes of delay that stand, the oldest first. One query; a timetable
    without any is answered by an empty list."""
    found: defaultdict[int, list[CauseShown]] = defaultdict(list)
    for row in StandingCause.objects.filter(timetable__in=list(ids), ended_on=None):
        found[row.timetable_id].append(CauseShown(row.cause, row.since_on, row.next_look_on))
    return found


def planned_days_of(ids: Iterable[int]) -> Mapping[int, dict[str, dt.date]]:
    """By timetable, the day that the standing plan gives each step (codes of guidance.planning; a
    milestone's step has the milestone's code). One query; empty where nothing is planned."""
    found: defaultdict[int, dict[str, dt.date]] = defaultdict(dict)
    rows = PlannedDay.objects.filter(plan__timetable__in=list(ids), plan__is_current=True)
    for timetable, step, on in rows.values_list("plan__timetable", "step", "on"):
        found[timetable][step] = on
    return found


@transaction.atomic
def keep_plan(
    timetable: Timetable,
    days: Mapping[str, dt.date],
    *,
    by: Any,
    on: dt.date,
    extension: Extension | None = None,
) -> Plan:
    """Keep a new version of the plan; the one before stays as it was."""
    before = timetable.plans.select_for_update().order_by("number").last()
    timetable.plans.filter(is_current=True).update(is_current=False)
    plan = Plan.objects.create(
        timetable=timetable,
        number=before.number + 1 if before else 1,
        extension=extension,
        planned_on=on,
        recorded_by=by,
    )
    PlannedDay.objects.bulk_create(
        PlannedDay(plan=plan, step=step, on=day) for step, day in sorted(days.items())
    )
    return plan


@transaction.atomic
def keep_extension(
    timetable: Timetable,
    *,
    from_on: dt.date,
    until_on: dt.date,
    causes: Sequence[str],
    words: str,
    agreed_by: str,
    next_look_on: dt.date,
    on: dt.date,
    by: Any,
) -> Extension:
    """Keep that the plan's end moves on, why, and who agreed; these causes stand from then on."""
    extension = Extension.objects.create(
        timetable=timetable,
        from_on=from_on,
        until_on=until_on,
        causes=[str(Cause(cause)) for cause in causes],
        words=words,
        agreed_by=agreed_by,
        agreed_on=on,
        next_look_on=next_look_on,
        recorded_by=by,
    )
    keep_causes(timetable, causes, on=on, next_look_on=next_look_on)
    return extension


@transaction.atomic
def keep_causes(
    timetable: Timetable,
    causes: Iterable[str],
    *,
    on: dt.date,
    next_look_on: dt.date | None = None,
) -> None:
    """These causes stand from that day, and no others. One that stood already keeps its day."""
    said = {str(Cause(cause)) for cause in causes}
    standing = {row.cause: row for row in timetable.causes.filter(ended_on=None)}
    for code, row in standing.items():
        if code in said:
            row.next_look_on = next_look_on or row.next_look_on
        else:
            row.ended_on = max(on, row.since_on)
        row.save(update_fields=["next_look_on", "ended_on"])
    if next_look_on:
        StandingCause.objects.bulk_create(
            StandingCause(timetable=timetable, cause=code, since_on=on, next_look_on=next_look_on)
            for code in sorted(said - set(standing))
        )


@transaction.atomic
def keep_look(
    timetable: Timetable,
    *,
    causes: Sequence[str],
    words: str,
    next_look_on: dt.date | None,
    on: dt.date,
    by: Any,
) -> CauseLook:
    """Keep that the causes were looked at: these stand on, the others have ended."""
    look = CauseLook.objects.create(
        timetable=timetable,
        causes=[str(Cause(cause)) for cause in causes],
        words=words,
        looked_on=on,
        next_look_on=next_look_on if causes else None,
        recorded_by=by,
    )
    keep_causes(timetable, causes, on=on, next_look_on=next_look_on)
    return look


def standing_extension(timetable: Timetable) -> Extension | None:
    """The last extension that was not withdrawn: the only one that can be."""
    return timetable.extensions.standing().order_by("pk").last()


@transaction.atomic
def withdraw_extension(extension: Extension, *, why: str, by: Any, on: dt.date) -> Plan:
    """It was recorded by mistake: the row stays and says so. The plan goes back to the days that
    stood before it, but for those that were changed since; the causes are what remains said."""
    Extension.objects.filter(pk=extension.pk).update(withdrawn_on=on, withdrawn_why=why)
    timetable = extension.timetable
    restate_causes(timetable)
    given, before, now = (
        dict(PlannedDay.objects.filter(plan__in=plans).values_list("step", "on"))
        for plans in (
            timetable.plans.filter(extension=extension),
            timetable.plans.filter(number=extension.plan.number - 1),
            timetable.plans.filter(is_current=True),
        )
    )
    days = {}
    for step, day in now.items():
        stood = before.get(step) if given.get(step) == day else day
        if stood is not None:
            days[step] = stood
    return keep_plan(timetable, days, by=by, on=on)


def restate_causes(timetable: Timetable) -> None:
    """The causes that stand are what was said of them, in the order in which it was recorded."""
    said = [
        *timetable.extensions.standing().values_list(
            "recorded_at", "agreed_on", "causes", "next_look_on"
        ),
        *timetable.cause_looks.values_list("recorded_at", "looked_on", "causes", "next_look_on"),
    ]
    timetable.causes.all().delete()
    for _recorded_at, on, causes, next_look_on in sorted(said, key=lambda each: each[0]):
        keep_causes(timetable, causes, on=on, next_look_on=next_look_on)


def keep_step_done(
    timetable: Timetable, step: str, done_on: dt.date | None, *, words: str = "", by: Any
) -> StepDone:
    """Keep that an errand of the plan was done, or that it was not after all."""
    return StepDone.objects.create(
        timetable=timetable, step=step, done_on=done_on, words=words, recorded_by=by
    )


def steps_done(timetable_id: int) -> dict[str, dt.date]:
    """By errand, the day on which somebody recorded it as done. One query."""
    last = dict(
        StepDone.objects.filter(timetable=timetable_id)
        .order_by("pk")
        .values_list("step", "done_on")
    )
    return {step: on for step, on in last.items() if on}


def answered_on(ids: Iterable[int], day: dt.date) -> set[int]:
    """The timetables whose causes have been said and are not looked at again before that day has
    passed: nobody is asked for them that day. One query."""
    return {
        timetable
        for timetable, causes in causes_of(ids).items()
        if causes and min(each.next_look_on for each in causes) > day
    }
