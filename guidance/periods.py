"""The period that a review looks at. It is measured back from the event (draft 5.10; 2016: 6.22):
what lies after the event does not count, and between the period and the event there is no gap."""

import datetime as dt

from guidance.limits import add_months

DAY = dt.timedelta(days=1)


def is_longer(months: int, first: dt.date, last: dt.date, event: dt.date | None) -> bool:
    """Whether a period begins more than that many months before the event; where the day of the
    event is not known, before its own last day."""
    return add_months(first, months) < (event or last)


def leaves_gap(last: dt.date, event: dt.date | None) -> bool:
    """Whether days between the end of a period and the event are not looked at."""
    return event is not None and last < event - DAY
