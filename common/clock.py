"""The only clock. Ruff bans the others.

In the demo the day can be set (CPRS_DEMO_TODAY): the calendar day then stands still while the time
of day runs on. Production refuses it.
"""

import datetime as dt
from zoneinfo import ZoneInfo

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

WALES = ZoneInfo("Europe/London")


def now() -> dt.datetime:
    """The instant, aware, in UTC."""
    real = dt.datetime.now(dt.UTC)
    if not settings.DEMO_TODAY:
        return real
    if settings.PRODUCTION:
        raise ImproperlyConfigured("CPRS_DEMO_TODAY is for the demo; production uses the real day.")
    day = dt.date.fromisoformat(settings.DEMO_TODAY)
    local = dt.datetime.combine(day, real.astimezone(WALES).time(), tzinfo=WALES)
    return local.astimezone(dt.UTC)


def today() -> dt.date:
    """The calendar day in Wales."""
    return now().astimezone(WALES).date()
