"""Writes the two pages of docs/ that are made from the code."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from reviews.written import PAGES


class Command(BaseCommand):
    help = "Writes docs/journey.md and docs/permissions.md from the journey and the matrix."
    requires_system_checks = ()

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--check", action="store_true", help="Only compare them.")

    def handle(self, *args: Any, check: bool, **options: Any) -> None:
        for name, write in PAGES.items():
            path, text = settings.BASE_DIR / "docs" / name, write()
            if path.is_file() and path.read_text() == text:
                continue
            if check:
                raise CommandError(f"docs/{name} is out of date: run manage.py generate_docs.")
            path.write_text(text)
            self.stdout.write(f"docs/{name} is written anew.")
