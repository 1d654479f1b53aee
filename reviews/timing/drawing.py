"""The plan against what was done, laid out for a picture; its twin is the tables of the same."""

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from django.utils import formats
from django.utils.translation import gettext

from common.deeds import Sentence
from guidance.limits import add_months
from reviews.timing.stages import Kept, StageTime
from reviews.timing.standing import Whole

WIDTH, RIGHT = 480, 4  # narrow enough for a telephone; it grows with the page
LINE, ROW, BAR = 18, 38, 7
MARK = 5


@dataclass(frozen=True)
class Bar:
    x: int
    y: int
    width: int
    tone: str


@dataclass(frozen=True)
class Mark:
    """A day: a lozenge round its middle."""

    x: int
    y: int
    tone: str

    @property
    def points(self) -> str:
        x, y = self.x, self.y
        return f"{x},{y - MARK} {x + MARK},{y} {x},{y + MARK} {x - MARK},{y}"


@dataclass(eq=False)
class Line:
    """One row: its words, and below them what is drawn."""

    label: Sentence
    y: int
    bars: list[Bar] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)

    @property
    def text_y(self) -> int:
        return self.y + 15


@dataclass(frozen=True)
class Day:
    """A day that stands through the whole picture, with its words at the head."""

    label: str
    x: int
    text_x: int
    text_y: int
    anchor: str
    tone: str


@dataclass(frozen=True)
class Drawing:
    """Everything the template puts into the picture, in its own units."""

    width: int
    height: int
    bar_height: int
    top: int
    foot: int
    lines: list[Line]
    days: list[Day]
    first_on: dt.date
    last_on: dt.date


def draw(
    stages: Sequence[StageTime],
    whole: Whole,
    kept: Sequence[Kept],
    hearings: Sequence[dt.date],
) -> Drawing | None:
    """The picture, or None while there is nothing to draw."""
    today = whole.today
    begun = [day for row in stages for day in (row.began_on, row.planned_from) if day]
    if not begun:
        return None
    first = min(begun)
    ends = [row.planned_until or row.left_on or today for row in stages]
    ends += [row.left_on for row in stages if row.left_on]
    ends += [day for day in (whole.due_on, whole.planned_end) if day]
    ends += [today] if any(row.is_open for row in stages) else []
    last = max(ends)
    soon = add_months(last, 3)  # a rule that ends years from now would flatten the rest
    last = max([last, *(each.due_on for each in whole.dates if each.due_on <= soon)])
    last += dt.timedelta(days=max((last - first).days // 40, 1))
    span = (last - first).days

    def across(day: dt.date) -> int:
        inside = min(max(day, first), last)
        return MARK + round((inside - first).days * (WIDTH - RIGHT - 2 * MARK) / span)

    def bar(since: dt.date, until: dt.date, y: int, tone: str) -> Bar:
        x = across(since)
        return Bar(x, y, max(across(until) - x, 3), tone)

    heads = _heads(whole, today, across, is_open=any(row.is_open for row in stages))
    top = 8 + LINE * len(heads)
    lines: list[Line] = []

    def add(label: Sentence) -> Line:
        line = Line(label, top + ROW * len(lines))
        lines.append(line)
        return line

    for row in stages:
        line = add(row.label)
        if row.planned_from and row.planned_until:
            line.bars.append(bar(row.planned_from, row.planned_until, line.y + 19, "planned"))
        for since, until in row.visits:
            tone = "late" if (row.days_over or 0) > 0 else "done"
            line.bars.append(bar(since, max(until or today, since), line.y + 28, tone))
    if whole.dates:
        line = add(gettext("Dates of the guidance"))
        for date in whole.dates:
            if first <= date.due_on <= last:
                tone = "kept" if date.met_on and not date.departs else "due"
                line.marks.append(Mark(across(date.due_on), line.y + 27, tone))
    for each in kept:
        line = add(each.label)
        tone = "hold" if each.is_hold else "cause"
        line.bars.append(bar(each.from_on, each.until_on or today, line.y + 22, tone))
    if hearings:
        line = add(gettext("Hearings"))
        line.marks += [
            Mark(across(day), line.y + 27, "hearing") for day in hearings if first <= day <= last
        ]
    foot = top + ROW * len(lines) + 4
    return Drawing(WIDTH, foot + 24, BAR, top - 4, foot, lines, heads, first, last)


def _heads(
    whole: Whole, today: dt.date, across: Callable[[dt.date], int], *, is_open: bool
) -> list[Day]:
    """The days that go through the picture, one line of words each."""
    wanted: list[tuple[str, dt.date | None, str]] = [
        (gettext("Six months:"), whole.due_on, "due"),
        (gettext("Planned:"), whole.planned_end, "planned"),
        (gettext("Today:"), today if is_open else None, "today"),
    ]
    found: list[Day] = []
    for label, day, tone in wanted:
        if day is None:
            continue
        x = across(day)
        is_right = x > WIDTH // 2
        found.append(
            Day(
                f"{label} {formats.date_format(day, 'j F Y')}",
                x,
                x - 6 if is_right else x + 6,
                14 + LINE * len(found),
                "end" if is_right else "start",
                tone,
            )
        )
    return found
