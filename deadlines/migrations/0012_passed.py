import django.contrib.postgres.fields
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('deadlines', '0011_time_corrected'),
    ]

    operations = [
        migrations.AddField(
            model_name='timetable',
            name='passed',
            field=django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=40), blank=True, default=list, size=None, verbose_name='reached on a day that is not known'),
        ),
    ]
