"""The only clock. Ruff bans the others.

In the demo the day can be set (CPRS_DEMO_TODAY, or `manage.py demo_day` while it runs): the
calendar day then stands still while the time of day runs on. Production refuses it.
"""

import datetime as dt
from contextlib import suppress
from zoneinfo import ZoneInfo

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

WALES = ZoneInfo("Europe/London")


def now() -> dt.datetime:
    """The instant, aware, in UTC."""
    real = dt.datetime.now(dt.UTC)
    standing = demo_today()
    if not standing:
        return real
    if settings.PRODUCTION:
        raise ImproperlyConfigured("CPRS_DEMO_TODAY is for the demo; production uses the real day.")
    day = dt.date.fromisoformat(standing)
    local = dt.datetime.combine(day, real.astimezone(WALES).time(), tzinfo=WALES)
    return local.astimezone(dt.UTC)


def demo_today() -> str:
    """The day at which the demo's calendar stands; '' where the real one counts."""
    if settings.DEMO_DAY_FILE:
        with suppress(FileNotFoundError):
            return str(settings.DEMO_DAY_FILE.read_text(encoding="ascii")).strip()
    return str(settings.DEMO_TODAY or "")


def today() -> dt.date:
    """The calendar day in Wales."""
    return now().astimezone(WALES).date()
