"""The text that the rows took the place of goes."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("panels", "0005_panel_questions")]
    operations = [
        migrations.RemoveField(
            model_name="termsofreference",
            name="has_core_questions",
        ),
        migrations.RemoveField(
            model_name="termsofreference",
            name="questions",
        ),
    ]
