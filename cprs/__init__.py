"""The project: settings, URLs, Celery. It wires everything together and decides nothing."""

from cprs.celery import app as celery_app

__all__ = ["celery_app"]
