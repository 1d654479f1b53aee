"""The bank holidays of Wales, with words for them that can be translated."""

import datetime as dt
from collections.abc import Mapping
from functools import cache

import holidays

from guidance.words import noop

_LABELS = {
    "New Year's Day": noop("New Year's Day"),
    "New Year's Day (observed)": noop("New Year's Day (substitute day)"),
    "Good Friday": noop("Good Friday"),
    "Easter Monday": noop("Easter Monday"),
    "May Day": noop("Early May bank holiday"),
    "Spring Bank Holiday": noop("Spring bank holiday"),
    "Late Summer Bank Holiday": noop("Summer bank holiday"),
    "Christmas Day": noop("Christmas Day"),
    "Christmas Day (observed)": noop("Christmas Day (substitute day)"),
    "Boxing Day": noop("Boxing Day"),
    "Boxing Day (observed)": noop("Boxing Day (substitute day)"),
}
# What is held once has a name of its own each time: a coronation, a jubilee, a funeral of state.
_ONCE = noop("Special bank holiday")


@cache
def holidays_of(year: int) -> Mapping[dt.date, str]:
    """The bank holidays of that year, each with its English words."""
    found = holidays.country_holidays("GB", subdiv="WLS", years=year)
    return {day: _LABELS.get(name, _ONCE) for day, name in found.items()}


def bank_holiday(day: dt.date) -> str:
    """The English words for the bank holiday on that day, or ''."""
    return holidays_of(day.year).get(day, "")
