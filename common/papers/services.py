"""Asking for a paper."""

import logging
from collections.abc import Mapping

from celery import current_app
from django.db import transaction
from kombu.exceptions import KombuError
from redis.exceptions import RedisError

from common.models import PaperRequest, PaperState
from common.papers import makers

log = logging.getLogger(__name__)

SWEEP = "common.papers.tasks.sweep"


@transaction.atomic
def ask(kind: str, *, subject: Mapping[str, int], language: str, by: int) -> PaperRequest:
    """Ask for a paper; the worker makes it after the commit. The same one still waiting is given
    back. KeyError for a kind that no room registered."""
    wanted = {
        "kind": makers.find(kind).kind,
        "subject": dict(subject),
        "language": language,
        "asked_by_id": by,
    }
    waiting = PaperRequest.objects.filter(**wanted, state=PaperState.WAITING).first()
    row = waiting or PaperRequest.objects.create(**wanted)
    transaction.on_commit(wake)
    return row


def wake() -> None:
    """Ask the worker to look now, by the task's name: its module needs the PDF library. When the
    broker is down, the next tick does the same."""
    try:
        current_app.send_task(SWEEP, retry=False, expires=60, ignore_result=True)
    except (KombuError, RedisError, OSError) as error:
        log.warning("A paper could not wake the worker: %s", type(error).__name__)
