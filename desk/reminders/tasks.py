"""The sweep as a task. Beat starts it; what it finds stands in the database."""

from celery import shared_task

from desk.reminders.sweep import sweep as sweep_reminders


@shared_task(name="desk.reminders.tasks.sweep")
def sweep() -> None:
    sweep_reminders()
