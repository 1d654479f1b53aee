"""Every table of this room as first published; it stands in for the steps that led to it."""

import django.core.serializers.json
import uuid
from django.db import migrations, models


# Nobody changes or empties the ledger: not the ORM, not SQL, not the owner, not a replica session.
TABLES = ("audit_entry", "audit_link")

FUNCTION = """
CREATE FUNCTION audit_refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'The ledger is append-only: % on % is refused.', TG_OP, TG_TABLE_NAME
        USING ERRCODE = 'insufficient_privilege';
END
$$;
"""

LOCK = """
CREATE TRIGGER {table}_append_only BEFORE UPDATE OR DELETE ON {table}
    FOR EACH ROW EXECUTE FUNCTION audit_refuse_change();
CREATE TRIGGER {table}_never_emptied BEFORE TRUNCATE ON {table}
    FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse_change();
ALTER TABLE {table} ENABLE ALWAYS TRIGGER {table}_append_only;
ALTER TABLE {table} ENABLE ALWAYS TRIGGER {table}_never_emptied;
"""

UNLOCK = """
DROP TRIGGER {table}_append_only ON {table};
DROP TRIGGER {table}_never_emptied ON {table};
"""


class Migration(migrations.Migration):

    replaces = [('audit', '0001_initial'), ('audit', '0002_append_only')]

    initial = True

    dependencies = [
    ]

    operations = [
        migrations.CreateModel(
            name='Entry',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('act', models.UUIDField(default=uuid.uuid4, verbose_name='act')),
                ('at', models.DateTimeField(verbose_name='recorded at')),
                ('verb', models.CharField(max_length=80, verbose_name='verb')),
                ('by_id', models.BigIntegerField(null=True, verbose_name='recorded by')),
                ('capacity', models.CharField(blank=True, default='', max_length=60, verbose_name='in the capacity of')),
                ('board_id', models.BigIntegerField(null=True, verbose_name='safeguarding board')),
                ('review_id', models.BigIntegerField(null=True, verbose_name='review')),
                ('on', models.DateField(null=True, verbose_name='day in the world')),
                ('decided_by_id', models.BigIntegerField(null=True, verbose_name='decided by')),
                ('target', models.CharField(blank=True, default='', max_length=60, verbose_name='kind of thing')),
                ('target_id', models.BigIntegerField(null=True, verbose_name='thing')),
                ('details', models.JSONField(default=dict, encoder=django.core.serializers.json.DjangoJSONEncoder, verbose_name='details')),
            ],
            options={
                'verbose_name': 'entry of the ledger',
                'verbose_name_plural': 'entries of the ledger',
                'indexes': [models.Index(fields=['review_id', '-id'], name='audit_entry_of_review'), models.Index(fields=['review_id', 'verb', 'by_id'], name='audit_entry_who_saw'), models.Index(fields=['by_id', '-id'], name='audit_entry_of_person'), models.Index(fields=['act'], name='audit_entry_of_act')],
                'constraints': [models.CheckConstraint(condition=models.Q(('verb', ''), _negated=True), name='audit_entry_says_what')],
            },
        ),
        migrations.CreateModel(
            name='Link',
            fields=[
                ('seq', models.BigIntegerField(primary_key=True, serialize=False, verbose_name='place in the chain')),
                ('entry_id', models.BigIntegerField(unique=True, verbose_name='entry')),
                ('text', models.TextField(verbose_name='text')),
                ('prev', models.CharField(max_length=64, unique=True, verbose_name='hash before')),
                ('hash', models.CharField(max_length=64, unique=True, verbose_name='hash')),
            ],
            options={
                'verbose_name': 'link of the chain',
                'verbose_name_plural': 'links of the chain',
                'constraints': [models.CheckConstraint(condition=models.Q(('seq__gte', 1)), name='audit_link_counts_from_one')],
            },
        ),
        migrations.RunSQL(FUNCTION, "DROP FUNCTION audit_refuse_change();"),
        *[migrations.RunSQL(LOCK.format(table=t), UNLOCK.format(table=t)) for t in TABLES],
    ]
