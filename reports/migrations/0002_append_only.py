"""A saved draft and a signed statement are never changed and never deleted."""

from django.db import migrations

TABLES = ("reports_draft", "reports_statement")

FUNCTION = """
CREATE FUNCTION reports_refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'Append-only: % on % is refused.', TG_OP, TG_TABLE_NAME
        USING ERRCODE = 'insufficient_privilege';
END
$$;
"""

LOCK = """
CREATE TRIGGER {table}_append_only BEFORE UPDATE OR DELETE ON {table}
    FOR EACH ROW EXECUTE FUNCTION reports_refuse_change();
"""

UNLOCK = "DROP TRIGGER {table}_append_only ON {table};"


class Migration(migrations.Migration):
    dependencies = [("reports", "0001_initial")]

    operations = [
        migrations.RunSQL(FUNCTION, "DROP FUNCTION reports_refuse_change();"),
        *[migrations.RunSQL(LOCK.format(table=t), UNLOCK.format(table=t)) for t in TABLES],
    ]
