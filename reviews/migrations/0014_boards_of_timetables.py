"""Each timetable learns which board's review it belongs to."""

from django.db import migrations

FILL = """
    UPDATE deadlines_timetable SET board_id = reviews_review.board_id
    FROM reviews_review WHERE reviews_review.timetable_id = deadlines_timetable.id;
    SET CONSTRAINTS ALL IMMEDIATE;
"""


class Migration(migrations.Migration):
    dependencies = [("reviews", "0013_steps_put_right"), ("deadlines", "0004_board")]
    operations = [migrations.RunSQL(FILL, migrations.RunSQL.noop)]
