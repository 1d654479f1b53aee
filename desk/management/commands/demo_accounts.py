"""Prints the accounts of the demo, as a table."""

from typing import Any

from django.core.management.base import BaseCommand
from django.utils.translation import override

from boards.demo_accounts import PASSWORD, offered


class Command(BaseCommand):
    help = "Prints the accounts of the demo and their password. Silent where there are none."

    def handle(self, *args: Any, **options: Any) -> None:
        boards = offered()
        if not boards:
            return
        self.stdout.write(f"Demo accounts. The password of each: {PASSWORD}")
        with override("en-gb"):
            for demo in boards:
                self.stdout.write(f"\n  {demo.board.name_en}")
                width = max(len(email) for email, _role in demo.accounts)
                for email, role in demo.accounts:
                    self.stdout.write(f"    {email:<{width}}  {role}")
