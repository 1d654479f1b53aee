"""Beat's own signs of life, in Celery's signals: a first tick at once, and a note at each."""

from typing import Any

from celery.signals import beat_init, before_task_publish
from django.db import close_old_connections

from common.health.state import BEAT
from common.health.tasks import EXPIRES, tick
from common.models import Heartbeat


@beat_init.connect
def first_tick(**_about: Any) -> None:
    """Otherwise the first would come a whole period after the start."""
    tick.apply_async(expires=EXPIRES)


@before_task_publish.connect(sender=tick.name)
def beat_lives(**_about: Any) -> None:
    """Noted by beat itself, so that a worker that is down is not mistaken for beat."""
    close_old_connections()  # beat runs for months and has no requests that would do it
    Heartbeat.objects.note(BEAT)
