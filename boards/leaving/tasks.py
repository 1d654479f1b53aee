"""The worker's part in leaving."""

from celery import shared_task

from boards.leaving.ending import end_accounts_that_are_over


@shared_task(name="boards.leaving.tasks.end_accounts")
def end_accounts() -> None:
    """Close the accounts whose last day is over."""
    end_accounts_that_are_over()
