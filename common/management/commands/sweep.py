"""`manage.py sweep`: send the mail that is due, for a machine without Celery (cron)."""

from typing import Any

from django.core.management.base import BaseCommand

from common.outbox.sweep import sweep


class Command(BaseCommand):
    help = "Send the mail that is due."

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(f"Sent: {sweep()}")
