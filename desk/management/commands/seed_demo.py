"""Loads the fictional demo: two boards, their people, and cases at every stage."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from desk.demo.seed import seed


class Command(BaseCommand):
    help = "Loads the fictional demo. Run again, it changes nothing that is there."

    def handle(self, *args: Any, **options: Any) -> None:
        if settings.PRODUCTION:
            raise CommandError("The demo is not loaded in production.")
        made = seed(self.stdout.write)
        self.stdout.write(f"Cases made: {made}." if made else "The demo is there already.")
