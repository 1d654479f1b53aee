"""The timetables of reviews that were taken on learn what lies behind them on days nobody gave. The
dates that follow are derived by prepare_database."""

from django.db import migrations


def tell(apps, schema_editor):
    Timetable = apps.get_model("deadlines", "Timetable")
    for row in apps.get_model("reviews", "TakenOn").objects.select_related("review"):
        at_the_panel = row.stage == "panel"
        passed = [each for each in row.unknown if not (at_the_panel and each == "panel_first_met")]
        Timetable.objects.filter(pk=row.review.timetable_id).update(passed=passed)


class Migration(migrations.Migration):

    dependencies = [
        ("deadlines", "0012_passed"),
        ("reviews", "0015_milestones_of_time"),
    ]

    operations = [migrations.RunPython(tell, migrations.RunPython.noop)]
