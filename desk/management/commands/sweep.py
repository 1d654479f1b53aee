"""`manage.py sweep`: one pass by hand or from cron, for a machine without Celery."""

from typing import Any

from django.core.management.base import BaseCommand

from common.outbox.sweep import sweep as send_mail
from desk.reminders.sweep import PATIENCE, sweep


class Command(BaseCommand):
    help = "Passes on the reminders whose day has come, and sends the mail that is due."

    def handle(self, *args: Any, **options: Any) -> None:
        swept = sweep(at_any_hour=True)
        self.stdout.write(f"Reminders passed on: {swept.passed_on}")
        self.stdout.write(f"Gone up: {swept.went_up}")
        self.stdout.write(f"Digests written: {swept.digests}")
        self.stdout.write(f"Sent: {send_mail(wait=PATIENCE)}")
