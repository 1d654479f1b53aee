"""Every table of this room as first published; it stands in for the steps that led to it."""

import common.clock
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


# A saved draft and a signed statement are never changed and never deleted.
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

    replaces = [('reports', '0001_initial'), ('reports', '0003_statement_of_the_chair'), ('reports', '0002_append_only')]

    initial = True

    dependencies = [
        ('boards', '0001_the_house'),
        ('reviews', '0001_the_house'),
    ]

    operations = [
        migrations.CreateModel(
            name='Report',
            fields=[
                ('review', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, primary_key=True, related_name='+', serialize=False, to='reviews.review')),
                ('begun_at', models.DateTimeField(default=common.clock.now, verbose_name='begun at')),
            ],
            options={
                'verbose_name': 'report',
                'verbose_name_plural': 'reports',
            },
        ),
        migrations.CreateModel(
            name='Draft',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('version', models.PositiveIntegerField(verbose_name='version')),
                ('outline_en', models.TextField(blank=True, verbose_name='outline of the circumstances in English')),
                ('outline_cy', models.TextField(blank=True, verbose_name='outline of the circumstances in Welsh')),
                ('learning_en', models.TextField(blank=True, verbose_name='what was learned, in English')),
                ('learning_cy', models.TextField(blank=True, verbose_name='what was learned, in Welsh')),
                ('conclusions_en', models.TextField(blank=True, verbose_name='conclusions in English')),
                ('conclusions_cy', models.TextField(blank=True, verbose_name='conclusions in Welsh')),
                ('written_on', models.DateField(verbose_name='written on')),
                ('saved_at', models.DateTimeField(default=common.clock.now, verbose_name='saved at')),
                ('report', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='drafts', to='reports.report')),
                ('saved_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'draft',
                'verbose_name_plural': 'drafts',
                'ordering': ['-version'],
                'constraints': [models.UniqueConstraint(fields=('report', 'version'), name='reports_draft_version_once'), models.CheckConstraint(condition=models.Q(('version__gte', 1)), name='reports_draft_versions_count_from_one'), models.CheckConstraint(condition=models.Q(('conclusions_cy', ''), ('conclusions_en', ''), ('learning_cy', ''), ('learning_en', ''), ('outline_cy', ''), ('outline_en', ''), _negated=True), name='reports_draft_says_something')],
            },
        ),
        migrations.CreateModel(
            name='Agreement',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('minute', models.TextField(blank=True, verbose_name='what the panel recorded')),
                ('statement', models.TextField(blank=True, verbose_name="statement of the panel's chair")),
                ('agreed_on', models.DateField(verbose_name='agreed on')),
                ('agreed_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='boards.person')),
                ('recorded_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('report', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='agreements', to='reports.report')),
                ('draft', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='reports.draft')),
            ],
            options={
                'verbose_name': 'agreement by the panel',
                'verbose_name_plural': 'agreements by the panel',
                'ordering': ['pk'],
            },
        ),
        migrations.CreateModel(
            name='SendingBack',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('reasons', models.TextField(verbose_name='changes asked for')),
                ('sent_back_on', models.DateField(verbose_name='sent back on')),
                ('draft', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='reports.draft')),
                ('recorded_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('report', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='sendings_back', to='reports.report')),
                ('sent_back_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='boards.person')),
            ],
            options={
                'verbose_name': 'sending back',
                'verbose_name_plural': 'sendings back',
                'ordering': ['pk'],
                'constraints': [models.CheckConstraint(condition=models.Q(('reasons', ''), _negated=True), name='reports_sendingback_says_what_to_change')],
            },
        ),
        migrations.CreateModel(
            name='Statement',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('capacity', models.CharField(choices=[('panel_chair', 'Panel chair'), ('panel_member', 'Panel member'), ('reviewer', 'Reviewer'), ('reviewer_external', 'Reviewer, external'), ('reviewer_local', 'Reviewer, with local knowledge'), ('agency_author', "Author of an agency's timeline")], max_length=20, verbose_name='as')),
                ('independence', models.TextField(verbose_name='independence of the case')),
                ('qualification', models.TextField(verbose_name='qualification and experience')),
                ('signed_on', models.DateField(verbose_name='signed on')),
                ('recorded_at', models.DateTimeField(default=common.clock.now, verbose_name='recorded at')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='boards.person')),
                ('recorded_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('report', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='statements', to='reports.report')),
            ],
            options={
                'verbose_name': "reviewer's statement",
                'verbose_name_plural': "reviewers' statements",
                'ordering': ['signed_on', 'pk'],
                'constraints': [models.UniqueConstraint(fields=('report', 'person', 'capacity'), name='reports_statement_signed_once'), models.CheckConstraint(condition=models.Q(('capacity__in', ['reviewer', 'reviewer_external', 'reviewer_local'])), name='reports_statement_is_of_a_reviewer'), models.CheckConstraint(condition=models.Q(models.Q(('independence', ''), _negated=True), models.Q(('qualification', ''), _negated=True)), name='reports_statement_says_both')],
            },
        ),
        migrations.CreateModel(
            name='Acceptance',
            fields=[
                ('report', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, primary_key=True, related_name='acceptance', serialize=False, to='reports.report')),
                ('how', models.CharField(choices=[('by_vote', 'At a meeting, by vote'), ('without_vote', 'At a meeting, without a vote'), ('by_email', 'By e-mail, ratified at a meeting')], max_length=15, verbose_name='how it was accepted')),
                ('votes_for', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='votes for')),
                ('votes_against', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='votes against')),
                ('votes_abstained', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='abstentions')),
                ('ratified_on', models.DateField(blank=True, null=True, verbose_name='ratified on')),
                ('decision', models.TextField(verbose_name='what the Board decided')),
                ('accepted_on', models.DateField(verbose_name='accepted on')),
                ('accepted_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='boards.person')),
                ('draft', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='reports.draft')),
                ('recorded_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'acceptance by the Board',
                'verbose_name_plural': 'acceptances by the Board',
                'constraints': [models.CheckConstraint(condition=models.Q(('how__in', ['by_vote', 'without_vote', 'by_email'])), name='reports_acceptance_how_known'), models.CheckConstraint(condition=models.Q(('decision', ''), _negated=True), name='reports_acceptance_says_decision'), models.CheckConstraint(condition=models.Q(('how', 'by_vote'), models.Q(('votes_abstained', None), ('votes_against', None), ('votes_for', None)), _connector='OR'), name='reports_acceptance_counts_votes_of_a_vote'), models.CheckConstraint(condition=models.Q(('ratified_on', None), models.Q(('how', 'by_email'), ('ratified_on__gte', models.F('accepted_on'))), _connector='OR'), name='reports_acceptance_ratifies_an_email')],
            },
        ),
        migrations.RunSQL(FUNCTION, "DROP FUNCTION reports_refuse_change();"),
        *[migrations.RunSQL(LOCK.format(table=t), UNLOCK.format(table=t)) for t in TABLES],
    ]
