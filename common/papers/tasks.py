"""The papers' sweep as a task. Beat starts it; somebody who asks wakes it sooner."""

from celery import shared_task

from common.papers.making import make_waiting


@shared_task(name="common.papers.tasks.sweep")
def sweep() -> None:
    make_waiting()
