"""Derives every deadline anew from the days that milestones were reached."""

from typing import Any

from django.core.management.base import BaseCommand

from deadlines.models import Timetable
from deadlines.services import derive

BATCH = 500


class Command(BaseCommand):
    help = "Derives all deadlines anew. On a database that is right it changes nothing."

    def handle(self, *args: Any, **options: Any) -> None:
        changed, last = 0, 0
        while batch := list(Timetable.objects.filter(pk__gt=last).order_by("pk")[:BATCH]):
            changed += derive(batch)
            last = batch[-1].pk
        self.stdout.write(f"Deadlines changed: {changed}.")
