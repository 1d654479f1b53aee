"""What was sent from the public page is kept apart from what its writer goes on with, and is found
by name. Referrals that were sent before this get both."""

import json

from django.db import migrations

from reviews.children.matching import digests
from reviews.referral.public.name_index import public_keys


def keep(apps, schema_editor):
    Key = apps.get_model("reviews", "PublicNameKey")
    rows = apps.get_model("reviews", "PublicReferral").objects.exclude(sent_at=None)
    for row in rows.filter(sent_answers=""):
        row.sent_answers = row.answers
        row.save(update_fields=["sent_answers"])
        Key.objects.bulk_create(
            Key(referral=row, person=person, kind=kind, digest=digests(kind, text)[0])
            for person, kind, text in public_keys(json.loads(row.answers or "{}"))
        )


class Migration(migrations.Migration):

    dependencies = [("reviews", "0018_public_referral_answered")]

    operations = [migrations.RunPython(keep, migrations.RunPython.noop)]
