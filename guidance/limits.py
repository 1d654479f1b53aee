"""Date arithmetic of the guidance. Always counted from the anchor, never from a counted date:
31 August and six months is 28 February, and 28 February back six months is 28 August.

Weeks are seven calendar days; the guidance never speaks of working days. A board's own targets may:
these are counted where the board's closures are known (deadlines.working_days).
"""

import calendar
import datetime as dt


def add_months(day: dt.date, months: int) -> dt.date:
    """The same day of the month that many months on (or back), or the month's last day."""
    count = day.year * 12 + day.month - 1 + months
    year, month = divmod(count, 12)
    last = calendar.monthrange(year, month + 1)[1]
    return dt.date(year, month + 1, min(day.day, last))


def add_weeks(day: dt.date, weeks: int) -> dt.date:
    return day + dt.timedelta(days=7 * weeks)


def look_back(day: dt.date, months: int) -> tuple[dt.date, dt.date]:
    """The first and last day of the months that precede the day; the day itself is left out."""
    return add_months(day, -months), day - dt.timedelta(days=1)
