"""The running deadlines as rows of a file or a paper: the same columns in each."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from common.deeds import Sentence
from desk.clocks.running import Clock

Cell = str | int | dt.date


@dataclass(frozen=True, eq=False)
class Column:
    """Its heading, and what stands in it."""

    label: Sentence
    cell: Callable[[Clock], Cell]
    width: int = 18


def causes(clock: Clock) -> str:
    return "; ".join(cause.label for cause in clock.causes)


def held(clock: Clock) -> str:
    return "; ".join(str(each) for each in clock.held)


COLUMNS = (
    Column(_("Reference"), lambda clock: str(clock.review.reference), 14),
    Column(_("Board"), lambda clock: str(clock.review.board), 30),
    Column(_("Kind of review"), lambda clock: str(clock.review.get_kind_display()), 18),
    Column(_("Stage"), lambda clock: clock.review.stage_label, 20),
    Column(_("Stage since"), lambda clock: clock.review.stage_since, 14),
    Column(_("Rule"), lambda clock: clock.rule, 40),
    Column(_("Due"), lambda clock: clock.date.due_on, 14),
    Column(_("Last working day before it"), lambda clock: clock.work_by or "", 18),
    Column(_("Planned"), lambda clock: clock.planned_on or "", 14),
    Column(_("Days left (below nought: late)"), lambda clock: clock.days_left, 17),
    Column(_("Where it is said"), lambda clock: clock.date.citation, 34),
    Column(_("How surely it is known"), lambda clock: clock.date.standing, 34),
    Column(_("Causes recorded"), causes, 40),
    Column(_("On hold"), held, 40),
)
