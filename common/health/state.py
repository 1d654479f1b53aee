"""How each part is: ok, down, or unknown where the database that would tell is down."""

import datetime as dt

from celery import current_app
from django.db import DatabaseError

from common.models import Heartbeat

OK, DOWN, UNKNOWN = "ok", "down", "unknown"
WORKER, BEAT = "worker", "beat"
SILENCE = dt.timedelta(seconds=90)  # three ticks


def states() -> dict[str, str]:
    """The state of each part by its name, without addresses or reasons."""
    return background() | {"broker": broker()}


def background() -> dict[str, str]:
    try:
        ages = Heartbeat.objects.ages()
    except DatabaseError:
        return {"database": DOWN, WORKER: UNKNOWN, BEAT: UNKNOWN}
    seen = {
        name: OK if ages.get(name, dt.timedelta.max) < SILENCE else DOWN for name in (WORKER, BEAT)
    }
    return {"database": OK} | seen


def broker() -> str:
    try:
        with current_app.connection_for_read() as connection:
            connection.connect()
            connection.channel()  # Redis is asked only now
    except Exception:  # whoever watches wants to read that it is down, whatever the reason
        return DOWN
    return OK
