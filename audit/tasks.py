"""What the worker does for the ledger."""

from celery import shared_task

from audit.chain import chain_committed


@shared_task
def chain() -> None:
    """Chain what was committed since the last pass."""
    chain_committed()


@shared_task
def chain_whole() -> None:
    """Look through the whole ledger for an entry that committed very late."""
    chain_committed(whole=True)
