"""The sweep of stored bytes without a row, as a task."""

from celery import shared_task

from common.files import sweep_orphans


@shared_task(name="common.uploads.tasks.sweep_orphans")
def sweep() -> None:
    sweep_orphans()
