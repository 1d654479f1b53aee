"""How far a day is from today, in words. Welsh numerals mutate what they count, so days have their
own sentences for one and two, and weeks and months are used only where nothing mutates (from 3)."""

import datetime as dt
from enum import StrEnum

from dateutil.relativedelta import relativedelta
from django.utils.translation import gettext as _

LAST_IN_DAYS = 20
LAST_IN_WEEKS = 181
SOON = 14


class Nearness(StrEnum):
    """The kind of pill a day gets."""

    LATE = "late"
    SOON = "soon"
    PLAIN = ""


def nearness(day: dt.date, today: dt.date) -> Nearness:
    """Late once the day has passed; soon in its last fortnight."""
    if day < today:
        return Nearness.LATE
    return Nearness.SOON if (day - today).days <= SOON else Nearness.PLAIN


def until(day: dt.date, today: dt.date) -> str:
    """Of a day something is due: "in 5 weeks", "tomorrow", "today", "12 days late"."""
    days = (day - today).days
    if days == 0:
        return _("today")
    if days < 0:
        return _late(-days, day, today)
    if days == 1:
        return _("tomorrow")
    if days == 2:
        return _("in 2 days")
    if days <= LAST_IN_DAYS:
        return _("in %(number)d days") % {"number": days}
    if days <= LAST_IN_WEEKS:
        return _("in %(number)d weeks") % {"number": days // 7}
    return _("in %(number)d months") % {"number": _months(today, day)}


def _late(days: int, day: dt.date, today: dt.date) -> str:
    if days == 1:
        return _("1 day late")
    if days == 2:
        return _("2 days late")
    if days <= LAST_IN_DAYS:
        return _("%(number)d days late") % {"number": days}
    if days <= LAST_IN_WEEKS:
        return _("%(number)d weeks late") % {"number": days // 7}
    return _("%(number)d months late") % {"number": _months(day, today)}


def since(day: dt.date, today: dt.date) -> str:
    """Of a day something happened: "12 days ago", "yesterday", "today"."""
    days = (today - day).days
    if days < 0:
        return until(day, today)
    if days == 0:
        return _("today")
    if days == 1:
        return _("yesterday")
    if days == 2:
        return _("2 days ago")
    if days <= LAST_IN_DAYS:
        return _("%(number)d days ago") % {"number": days}
    if days <= LAST_IN_WEEKS:
        return _("%(number)d weeks ago") % {"number": days // 7}
    return _("%(number)d months ago") % {"number": _months(day, today)}


def _months(first: dt.date, last: dt.date) -> int:
    whole = relativedelta(last, first)
    return whole.years * 12 + whole.months
