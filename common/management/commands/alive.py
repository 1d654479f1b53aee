"""Asks whether the worker or the beat lives, for the health check of its container."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from common.health.state import BEAT, OK, WORKER, background


class Command(BaseCommand):
    help = "Succeeds if that program has given a sign of life lately."
    requires_system_checks = ()

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("name", choices=[WORKER, BEAT])

    def handle(self, *args: Any, **options: Any) -> None:
        state = background()[options["name"]]
        if state != OK:
            raise CommandError(f"{options['name']}: {state}")
