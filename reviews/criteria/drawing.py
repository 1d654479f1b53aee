"""The window of months and the spells, laid out for a picture; its twin is a table of the same."""

import datetime as dt
from dataclasses import dataclass

from guidance.criteria import Facts, Finding, On
from guidance.limits import add_months
from reviews.models import SpellKind

WIDTH, RIGHT = 480, 4  # narrow enough for a telephone; it grows with the page
TOP, ROW, BAR = 34, 48, 14
LONGEST = 6  # months drawn before the window at most; what began earlier is cut at the edge


@dataclass(frozen=True)
class Bar:
    """One spell as a bar; an open edge means that it goes on beyond the picture."""

    x: int
    width: int
    tone: str
    touches: bool


@dataclass(frozen=True)
class Line:
    """One child's row of one kind of spell."""

    label: str
    kind: object
    y: int
    bar_y: int
    text_y: int
    bars: list[Bar]


@dataclass(frozen=True)
class Tick:
    x: int
    day: dt.date


@dataclass(frozen=True)
class Drawing:
    """Everything the template puts into the picture, in its own units."""

    width: int
    height: int
    bar_height: int
    axis_y: int
    window_x: int
    window_width: int
    window_height: int
    anchor_x: int
    lines: list[Line]
    ticks: list[Tick]


def draw(facts: Facts, found: Finding, children: list[str]) -> Drawing | None:
    """The picture, or None while there is no day to count from."""
    if found.window is None or found.anchor_on is None:
        return None
    first, _last = found.window
    earliest = min([add_months(first, -1), *(spell.from_on for spell in facts.spells)])
    begin = max(earliest, add_months(first, -LONGEST))
    end = add_months(found.anchor_on, 1)
    span = (end - begin).days

    def across(day: dt.date) -> int:
        inside = min(max(day, begin), end)
        return round((inside - begin).days * (WIDTH - RIGHT) / span)

    lines = []
    for number, (child, on) in enumerate((child, on) for child in children for on in On):
        y = TOP + number * ROW
        bars = []
        for spell in facts.spells:
            if (spell.child, spell.on) != (child, on) or spell.from_on > end:
                continue
            until = spell.until_on or end
            if until < begin:
                continue
            x = across(spell.from_on)
            # The last day is included; a single day still shows.
            width = max(across(until + dt.timedelta(days=1)) - x, 4)
            counted = found.window_of(child)
            touches = counted is not None and spell.within(counted) is not None
            bars.append(Bar(x, width, on.value, touches))
        kind = SpellKind(on.value).label
        lines.append(Line(child, kind, y, y + ROW - BAR - 8, y + 18, bars))
    height = TOP + len(lines) * ROW
    window_x = across(first)
    return Drawing(
        width=WIDTH,
        height=height + 34,
        bar_height=BAR,
        axis_y=height,
        window_x=window_x,
        window_width=across(found.anchor_on) - window_x,
        window_height=height - TOP + 8,
        anchor_x=across(found.anchor_on),
        lines=lines,
        ticks=[Tick(window_x, first), Tick(across(found.anchor_on), found.anchor_on)],
    )
