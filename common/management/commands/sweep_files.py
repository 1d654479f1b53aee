"""`manage.py sweep_files`: take away stored bytes that no row knows."""

from typing import Any

from django.core.management.base import BaseCommand

from common.files import sweep_orphans


class Command(BaseCommand):
    help = "Take away stored files that no row knows, because their transaction was undone."

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(f"Taken away: {sweep_orphans()}")
