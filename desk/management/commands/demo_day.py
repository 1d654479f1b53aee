"""`manage.py demo_day [DATE|+N]`: moves the demo's day; the running demo follows at once."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from common import clock
from desk.demo.day import NoDay, NoDemo, move


class Command(BaseCommand):
    help = "Moves the demo's day, and writes the reminders of the days between."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("day", nargs="?", help="a date such as 2025-02-21, or +7")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            if options["day"]:
                move(options["day"], self.stdout.write)
        except (NoDay, NoDemo) as error:
            raise CommandError(str(error)) from error
        self.stdout.write(f"The day is {clock.today()}.")
