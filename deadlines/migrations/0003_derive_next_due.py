"""The next date of each timetable, from the deadlines that stand."""

from django.db import migrations

DERIVE = """
    UPDATE deadlines_timetable SET next_due_on = (
        SELECT min(due_on) FROM deadlines_deadline
        WHERE timetable_id = deadlines_timetable.id AND met_on IS NULL
    )
    WHERE NOT EXISTS (
        SELECT FROM deadlines_reached
        WHERE timetable_id = deadlines_timetable.id AND milestone = 'closed'
    )
"""


class Migration(migrations.Migration):
    dependencies = [("deadlines", "0002_next_due")]
    operations = [migrations.RunSQL(DERIVE, migrations.RunSQL.noop)]
