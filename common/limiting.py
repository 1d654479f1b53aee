"""How often something may be asked for in an hour. allauth's own limits leave reading free."""

import hashlib

from django.core.cache import cache

from common import clock

HOUR = 3600


def is_within(action: str, key: str, *, an_hour: int) -> bool:
    """Count one more, and say whether that is still within the limit of this hour. Two that come
    at the same instant may be counted as one: it bears load, it guards no secret."""
    hour = int(clock.now().timestamp()) // HOUR
    name = f"within:{action}:{hashlib.sha256(key.encode()).hexdigest()}:{hour}"
    count = int(cache.get(name, 0)) + 1
    cache.set(name, count, HOUR)
    return count <= an_hour
