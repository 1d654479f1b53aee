"""Makes the blind index of names anew, of children and family: once for names kept before it, and
before an old key is taken out of FIELD_KEYS."""

from typing import Any

from django.core.management.base import BaseCommand
from django.db import transaction

from reviews.children.matching import keep_keys
from reviews.models import RelativeName, SubjectName
from reviews.names.index import keep_relative_keys


class Command(BaseCommand):
    help = "Make the index by which names are found anew. Prints the number of names."

    @transaction.atomic
    def handle(self, *args: Any, **options: Any) -> None:
        names = SubjectName.objects.select_for_update()
        for name in names:
            keep_keys(name)
        relatives = RelativeName.objects.select_for_update()
        for relative in relatives:
            keep_relative_keys(relative)
        self.stdout.write(str(len(names) + len(relatives)))
