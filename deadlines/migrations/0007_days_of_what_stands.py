"""Milestones that are new are written for what stands: the day set for each agency's timeline, with
the deadlines that follow from it; the sub-group's first meeting; the last progress of a plan."""

from django.db import migrations

DAYS = """
    INSERT INTO deadlines_reached (timetable_id, milestone, part, "on", recorded_at)
    SELECT review.timetable_id, 'agency_due', agency.code, asked.due_on, now()
    FROM panels_agencyreturn asked
    JOIN reviews_review review ON review.id = asked.review_id
    JOIN boards_agency agency ON agency.id = asked.agency_id
    WHERE asked.state IN ('asked', 'returned', 'nil')
    ON CONFLICT DO NOTHING;
"""
MEETINGS = """
    INSERT INTO deadlines_reached (timetable_id, milestone, part, "on", recorded_at)
    SELECT review.timetable_id, 'subgroup_met', '', min(meeting.held_on), now()
    FROM reviews_meeting meeting JOIN reviews_review review ON review.id = meeting.review_id
    WHERE meeting.body = 'subgroup' AND meeting.held_on IS NOT NULL
    GROUP BY review.timetable_id
    ON CONFLICT DO NOTHING;
"""
PROGRESS = """
    INSERT INTO deadlines_reached (timetable_id, milestone, part, "on", recorded_at)
    SELECT review.timetable_id, 'plan_progress', '', max(entry."on"), now()
    FROM action_plans_progress entry
    JOIN action_plans_action action ON action.id = entry.action_id
    JOIN reviews_review review ON review.id = action.plan_id
    WHERE entry.step = 'progress'
    GROUP BY review.timetable_id
    ON CONFLICT DO NOTHING;
"""
DEADLINES = """
    INSERT INTO deadlines_deadline (timetable_id, "limit", part, due_on, met_on)
    SELECT due.timetable_id, 'agency_return', due.part, due."on", came."on"
    FROM deadlines_reached due
    JOIN deadlines_timetable timetable
        ON timetable.id = due.timetable_id AND timetable.edition LIKE 'CPR-%'
    LEFT JOIN deadlines_reached came
        ON came.timetable_id = due.timetable_id AND came.part = due.part
        AND came.milestone = 'agency_returned'
    WHERE due.milestone = 'agency_due' AND (came."on" IS NOT NULL OR NOT EXISTS (
        SELECT FROM deadlines_reached closed
        WHERE closed.timetable_id = due.timetable_id AND closed.milestone = 'closed'
    ))
    ON CONFLICT DO NOTHING;
"""
NEXT = """
    UPDATE deadlines_timetable SET next_due_on = (
        SELECT min(due_on) FROM deadlines_deadline
        WHERE timetable_id = deadlines_timetable.id AND met_on IS NULL
    )
    WHERE NOT EXISTS (
        SELECT FROM deadlines_reached
        WHERE timetable_id = deadlines_timetable.id AND milestone = 'closed'
    );
    SET CONSTRAINTS ALL IMMEDIATE;
"""
SQL = DAYS + MEETINGS + PROGRESS + DEADLINES + NEXT


class Migration(migrations.Migration):
    dependencies = [
        ("deadlines", "0006_board_targets"),
        ("panels", "0001_the_house"),
        ("action_plans", "0001_the_house"),
        ("reviews", "0014_boards_of_timetables"),
    ]
    operations = [migrations.RunSQL(SQL, migrations.RunSQL.noop)]
