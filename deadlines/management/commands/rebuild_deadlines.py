"""Derives every deadline anew from the days that milestones were reached."""

from typing import Any

from django.core.management.base import BaseCommand

from deadlines.models import Timetable
from deadlines.services import derive_all


class Command(BaseCommand):
    help = "Derives all deadlines anew. On a database that is right it changes nothing."

    def handle(self, *args: Any, **options: Any) -> None:
        changed = derive_all(Timetable.objects.all())
        self.stdout.write(f"Deadlines changed: {changed}.")
