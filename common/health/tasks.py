"""The tick: sent by beat, done by the worker, so that each shows that it is alive."""

from celery import shared_task

from common.health.state import WORKER
from common.models import Heartbeat

EXPIRES = 30  # seconds; a late tick shows nothing


@shared_task
def tick() -> None:
    """The worker works."""
    Heartbeat.objects.note(WORKER)
