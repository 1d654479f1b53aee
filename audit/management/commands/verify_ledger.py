"""Shows whether anybody changed, deleted, reordered or cut off entries of the ledger."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from audit.chain import BEGINNING, Head, head, problems
from audit.models import Entry, Link


class Command(BaseCommand):
    help = (
        "Verifies the ledger's chain and prints its head. Keep the head outside the database"
        " (--anchor FILE --write): only against it does a cut-off end show."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--anchor", type=Path, help="File of heads, one 'number hash' a line.")
        parser.add_argument(
            "--write", action="store_true", help="Add the present head to the file if all is well."
        )

    def handle(self, *args: Any, **options: Any) -> None:
        anchor: Path | None = options["anchor"]
        if options["write"] and anchor is None:
            raise CommandError("--write needs --anchor FILE.")
        end = head()
        found = 0
        for sentence in problems(_heads(anchor) if anchor else []):
            found += 1
            self.stderr.write(sentence)
        if found:
            raise CommandError(f"The ledger was tampered with. Problems: {found}.")
        if anchor and options["write"] and end.hash != BEGINNING:
            with anchor.open("a") as file:
                file.write(f"{end}\n")
        waiting = Entry.objects.count() - Link.objects.count()
        self.stdout.write(f"The ledger is whole. Not chained yet: {waiting}. Head: {end}")


def _heads(anchor: Path) -> list[Head]:
    if not anchor.exists():
        return []
    heads = []
    for line in anchor.read_text().splitlines():
        match line.split():
            case [seq, hash_] if seq.isdigit() and len(hash_) == 64:
                heads.append(Head(int(seq), hash_))
            case []:
                continue
            case _:
                raise CommandError(f"{anchor} is not a file of heads: {line[:80]!r}")
    return heads
