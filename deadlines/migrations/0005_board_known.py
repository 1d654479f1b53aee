"""No timetable without its board."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("deadlines", "0004_board"), ("reviews", "0014_boards_of_timetables")]
    operations = [
        migrations.AlterField(
            model_name="timetable",
            name="board",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="boards.board",
                verbose_name="board",
            ),
        ),
    ]
