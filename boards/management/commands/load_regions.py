"""`manage.py load_regions`: the six board areas of Wales and their partners, as reference data."""

from typing import Any

from django.core.management.base import BaseCommand
from django.db import transaction

from boards import regions
from boards.models import Board, Partnership


class Command(BaseCommand):
    help = "Load the six safeguarding board areas of Wales with their partners. Safe to repeat."

    @transaction.atomic
    def handle(self, *args: Any, **options: Any) -> None:
        regions.load()
        real = Board.objects.filter(is_fictional=False)
        partners = Partnership.objects.filter(board__in=real)
        self.stdout.write(f"Boards: {real.count()}. Partnerships: {partners.count()}.")
