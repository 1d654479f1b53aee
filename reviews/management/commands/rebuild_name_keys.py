"""Makes the blind index of names anew, of children, family and referrals from the public page: once
for names kept before it, and before an old key is taken out of FIELD_KEYS."""

from typing import Any

from django.core.management.base import BaseCommand
from django.db import transaction

from reviews.children.matching import keep_keys
from reviews.models import PublicReferral, RelativeName, SubjectName
from reviews.names.index import keep_relative_keys
from reviews.referral.public.name_index import keep_public_keys
from reviews.referral.public.services import sent_answers_of


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
        referrals = PublicReferral.objects.select_for_update().exclude(sent_at=None)
        for referral in referrals:
            keep_public_keys(referral, sent_answers_of(referral))
        self.stdout.write(str(len(names) + len(relatives) + len(referrals)))
