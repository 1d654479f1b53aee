"""Derives every deadline, set day and reminder anew, from the days reached and the rooms' rows."""

from typing import Any

from django.core.management.base import BaseCommand

from reviews.models import Review
from reviews.owing import rebuild


class Command(BaseCommand):
    help = (
        "Derives all deadlines and reminders anew. On a database that is right it changes nothing."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(f"Deadlines changed: {rebuild(Review.objects.all())}.")
