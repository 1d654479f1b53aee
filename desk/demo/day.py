"""Moving the day at which the demo's calendar stands, for every process of the running demo."""

import datetime as dt
from collections.abc import Callable

from django.conf import settings

from common import clock
from desk.reminders.sweep import sweep

A_DAY = dt.timedelta(days=1)
FARTHEST = 800  # days; each is swept on its own


class NoDemo(Exception):
    """Only a demo's day can be moved."""


class NoDay(ValueError):
    """Neither a date nor a number of days, or too far away."""


def read(wish: str, today: dt.date) -> dt.date:
    """The day that is meant by 2025-02-21, or by +7. Raises NoDay."""
    try:
        if wish.startswith(("+", "-")):
            day = today + dt.timedelta(days=int(wish))
        else:
            day = dt.date.fromisoformat(wish)
    except (ValueError, OverflowError) as error:
        raise NoDay(f"{wish!r} is no day. Write 2025-02-21, or +7.") from error
    if abs((day - today).days) > FARTHEST:
        raise NoDay(f"{day} is more than {FARTHEST} days away.")
    return day


def move(wish: str, say: Callable[[str], object]) -> None:
    """Set the day. Forward it goes day by day, with each day's reminders. Raises NoDemo, NoDay."""
    if settings.PRODUCTION or settings.DEMO_DAY_FILE is None:
        raise NoDemo("The day is moved only in the demo.")
    day = read(wish, clock.today())
    while clock.today() < day:
        stand_at(clock.today() + A_DAY)
        swept = sweep(at_any_hour=True)
        if swept.digests:
            say(f"{clock.today()}: digests written: {swept.digests}")
    stand_at(day)  # also where it goes back


def stand_at(day: dt.date) -> None:
    """Whoever reads meanwhile reads the old day or the new one, never half of it."""
    file = settings.DEMO_DAY_FILE
    assert file is not None
    file.parent.mkdir(parents=True, exist_ok=True)
    new = file.with_suffix(".new")
    new.write_text(day.isoformat(), encoding="ascii")
    new.replace(file)
