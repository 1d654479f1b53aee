"""What time the ledger writes. The clock belongs to common, which rests on this app, so common
hands it down when the apps are ready; until then nothing can be recorded."""

import datetime as dt
from collections.abc import Callable

_clock: Callable[[], dt.datetime] | None = None


def tell_time_by(clock: Callable[[], dt.datetime]) -> None:
    """Take the clock that every entry is stamped with."""
    global _clock
    _clock = clock


def now() -> dt.datetime:
    if _clock is None:
        raise RuntimeError("The ledger was given no clock: common.apps hands it over in ready().")
    return _clock()
