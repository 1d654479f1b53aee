"""Waking the worker. What is to be done is kept in the database, and the next tick does it in any
case: so a broker that is gone, or any other fault, may leave the worker asleep, and never fails a
request."""

import logging
import time

from celery import current_app
from django.db import transaction

log = logging.getLogger(__name__)

QUIET = 30  # seconds: by then a tick has come


class Bell:
    """Rings for one task. Where ringing has failed, nobody waits for it again and again."""

    def __init__(self, task: str) -> None:
        self.task = task
        self.quiet_until = 0.0

    def ring(self) -> None:
        """Ask the worker to begin now. Never raises."""
        if time.monotonic() < self.quiet_until:
            return
        try:
            current_app.send_task(self.task, retry=False, expires=60, ignore_result=True)
        except Exception as error:  # whatever it is, the act it follows is done and kept
            log.warning("The worker could not be woken: %s", type(error).__name__)
            self.quiet_until = time.monotonic() + QUIET

    def ring_after_commit(self) -> None:
        transaction.on_commit(self.ring, robust=True)
