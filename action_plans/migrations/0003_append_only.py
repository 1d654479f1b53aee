"""An entry in the diary of an action is never changed and never deleted."""

from django.db import migrations

TABLES = ("action_plans_progress",)

FUNCTION = """
CREATE FUNCTION action_plans_refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'Append-only: % on % is refused.', TG_OP, TG_TABLE_NAME
        USING ERRCODE = 'insufficient_privilege';
END
$$;
"""

LOCK = """
CREATE TRIGGER {table}_append_only BEFORE UPDATE OR DELETE ON {table}
    FOR EACH ROW EXECUTE FUNCTION action_plans_refuse_change();
"""

UNLOCK = "DROP TRIGGER {table}_append_only ON {table};"


class Migration(migrations.Migration):
    dependencies = [("action_plans", "0002_initial")]

    operations = [
        migrations.RunSQL(FUNCTION, "DROP FUNCTION action_plans_refuse_change();"),
        *[migrations.RunSQL(LOCK.format(table=t), UNLOCK.format(table=t)) for t in TABLES],
    ]
