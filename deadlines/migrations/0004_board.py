"""Whose a timetable is: filled from the reviews (reviews 0014), then never unknown (0005)."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("boards", "0001_the_house"), ("deadlines", "0001_the_house")]
    operations = [
        migrations.AddField(
            model_name="timetable",
            name="board",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="boards.board",
                verbose_name="board",
            ),
        ),
    ]
