"""The sweep as a task. Beat starts it; a committed message wakes it sooner."""

from celery import shared_task

from common.outbox.sweep import sweep as sweep_outbox


@shared_task(name="common.outbox.tasks.sweep")
def sweep() -> None:
    sweep_outbox()
