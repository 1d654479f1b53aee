"""Every table of this room as first published; it stands in for the steps that led to it."""

import common.clock
import django.db.models.deletion
import uuid
from django.conf import settings
from django.db import migrations, models


# An entry in the diary of an action is never changed and never deleted.
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

    replaces = [('action_plans', '0001_initial'), ('action_plans', '0002_initial'), ('action_plans', '0004_the_end_of_a_plan'), ('action_plans', '0003_append_only')]

    initial = True

    dependencies = [
        ('boards', '0001_the_house'),
        ('reviews', '0001_the_house'),
    ]

    operations = [
        migrations.CreateModel(
            name='Plan',
            fields=[
                ('review', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, primary_key=True, related_name='+', serialize=False, to='reviews.review')),
                ('version', models.PositiveIntegerField(default=0, verbose_name='version of the outline')),
                ('outline', models.TextField(blank=True, verbose_name='outline')),
                ('no_action_because', models.TextField(blank=True, verbose_name='no action, because')),
                ('outline_on', models.DateField(blank=True, null=True, verbose_name='outline written on')),
                ('finalised_on', models.DateField(blank=True, null=True, verbose_name='finalised on')),
                ('approved_on', models.DateField(blank=True, null=True, verbose_name='approved by the Board on')),
                ('sent_on', models.DateField(blank=True, null=True, verbose_name='sent to Welsh Government on')),
                ('closed_on', models.DateField(blank=True, null=True, verbose_name='closed by the Board on')),
                ('closing_decision', models.TextField(blank=True, verbose_name='what the Board decided')),
                ('approved_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='boards.person')),
                ('closed_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='boards.person')),
                ('finalised_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='boards.person')),
            ],
            options={
                'verbose_name': 'action plan',
                'verbose_name_plural': 'action plans',
                'constraints': [models.CheckConstraint(condition=models.Q(('outline_on', None), models.Q(('outline', ''), _negated=True), _connector='OR'), name='action_plans_plan_has_outline'), models.CheckConstraint(condition=models.Q(models.Q(('finalised_by', None), ('finalised_on', None)), models.Q(('finalised_by__isnull', False), ('finalised_on__isnull', False)), _connector='OR'), name='action_plans_plan_finalised_by_somebody'), models.CheckConstraint(condition=models.Q(models.Q(('approved_by', None), ('approved_on', None)), models.Q(('approved_by__isnull', False), ('approved_on__gte', models.F('finalised_on'))), _connector='OR'), name='action_plans_plan_approved_after_finalised'), models.CheckConstraint(condition=models.Q(('sent_on', None), ('sent_on__gte', models.F('finalised_on')), _connector='OR'), name='action_plans_plan_sent_after_finalised'), models.CheckConstraint(condition=models.Q(models.Q(('closed_by', None), ('closed_on', None), ('closing_decision', '')), models.Q(('closed_by__isnull', False), ('closed_on__gte', models.F('finalised_on')), models.Q(('closing_decision', ''), _negated=True)), _connector='OR'), name='action_plans_plan_closed_with_a_decision')],
            },
        ),
        migrations.CreateModel(
            name='Dissemination',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('how', models.CharField(choices=[('briefing', 'Briefing'), ('training', 'Training'), ('event', 'Event or workshop'), ('newsletter', 'Newsletter or e-mail'), ('website', 'Website'), ('other', 'Another way')], max_length=10, verbose_name='how')),
                ('audience', models.TextField(verbose_name='to whom')),
                ('note', models.TextField(blank=True, verbose_name='what, and what came of it')),
                ('on', models.DateField(verbose_name='on')),
                ('recorded_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('plan', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='disseminations', to='action_plans.plan')),
            ],
            options={
                'verbose_name': 'dissemination',
                'verbose_name_plural': 'disseminations',
                'ordering': ['on', 'pk'],
                'constraints': [models.CheckConstraint(condition=models.Q(('how__in', ['briefing', 'training', 'event', 'newsletter', 'website', 'other']), models.Q(('audience', ''), _negated=True)), name='action_plans_dissemination_says_how_and_to_whom')],
            },
        ),
        migrations.CreateModel(
            name='DifferenceReport',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('difference', models.TextField(verbose_name='what difference the review made')),
                ('evidence', models.TextField(blank=True, verbose_name='evidence')),
                ('agreed_on', models.DateField(blank=True, null=True, verbose_name='agreed by the Board on')),
                ('sent_on', models.DateField(verbose_name='sent to Welsh Government on')),
                ('inspectorates_on', models.DateField(blank=True, null=True, verbose_name='sent to the inspectorates on')),
                ('recorded_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('plan', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='difference_reports', to='action_plans.plan')),
            ],
            options={
                'verbose_name': 'difference report',
                'verbose_name_plural': 'difference reports',
                'ordering': ['sent_on', 'pk'],
                'constraints': [models.CheckConstraint(condition=models.Q(('difference', ''), _negated=True), name='action_plans_differencereport_says_what'), models.CheckConstraint(condition=models.Q(('agreed_on', None), ('agreed_on__lte', models.F('sent_on')), _connector='OR'), name='action_plans_differencereport_agreed_before_sent')],
            },
        ),
        migrations.CreateModel(
            name='Action',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uuid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('number', models.PositiveSmallIntegerField(verbose_name='number')),
                ('version', models.PositiveIntegerField(default=1, verbose_name='version')),
                ('learning_point', models.TextField(verbose_name='learning point or recommendation')),
                ('text', models.TextField(verbose_name='action')),
                ('level', models.CharField(blank=True, choices=[('', 'Not said'), ('local', 'Local'), ('regional', 'Regional'), ('national', 'National: for Welsh Government')], default='', max_length=10, verbose_name='level')),
                ('raised_on', models.DateField(blank=True, null=True, verbose_name='raised with Welsh Government on')),
                ('start_on', models.DateField(blank=True, null=True, verbose_name='starts on')),
                ('due_on', models.DateField(verbose_name='due on')),
                ('intended_outcome', models.TextField(blank=True, verbose_name='intended outcome for children')),
                ('measure', models.TextField(blank=True, verbose_name='how it will be known')),
                ('earlier_action', models.TextField(blank=True, verbose_name='earlier action that it takes up')),
                ('outcome', models.TextField(blank=True, verbose_name='what has changed for children')),
                ('status', models.CharField(choices=[('open', 'Open'), ('completed', 'Completed, not yet verified'), ('verified', 'Verified'), ('carried_over', 'Carried over'), ('not_accepted', 'Not accepted')], default='open', max_length=15, verbose_name='status')),
                ('reasons', models.TextField(blank=True, verbose_name='why it is carried over or not accepted')),
                ('agency', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='boards.agency', verbose_name='lead agency')),
                ('owner', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='boards.person', verbose_name='owner')),
                ('supporting', models.ManyToManyField(blank=True, related_name='+', to='boards.agency', verbose_name='supporting agencies')),
                ('plan', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='actions', to='action_plans.plan')),
            ],
            options={
                'verbose_name': 'action',
                'verbose_name_plural': 'actions',
                'ordering': ['plan', 'number'],
                'constraints': [models.UniqueConstraint(fields=('plan', 'number'), name='action_plans_action_number'), models.CheckConstraint(condition=models.Q(('status__in', ['open', 'completed', 'verified', 'carried_over', 'not_accepted'])), name='action_plans_action_status_known'), models.CheckConstraint(condition=models.Q(models.Q(('learning_point', ''), _negated=True), models.Q(('text', ''), _negated=True)), name='action_plans_action_says_what_and_why'), models.CheckConstraint(condition=models.Q(models.Q(('status__in', ('carried_over', 'not_accepted')), _negated=True), models.Q(('reasons', ''), _negated=True), models.Q(('level', 'national'), ('status', 'carried_over')), _connector='OR'), name='action_plans_action_let_go_says_why'), models.CheckConstraint(condition=models.Q(('level__in', ['', 'local', 'regional', 'national'])), name='action_plans_action_level_known'), models.CheckConstraint(condition=models.Q(('raised_on', None), ('level', 'national'), _connector='OR'), name='action_plans_action_raised_is_national'), models.CheckConstraint(condition=models.Q(('start_on', None), ('start_on__lte', models.F('due_on')), _connector='OR'), name='action_plans_action_starts_before_due')],
            },
        ),
        migrations.CreateModel(
            name='Progress',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('step', models.CharField(choices=[('progress', 'Progress'), ('changed', 'Changed'), ('completed', 'Completed'), ('verified', 'Verified'), ('let_go', 'Carried over or not accepted'), ('raised', 'Raised with Welsh Government')], max_length=10, verbose_name='what')),
                ('on', models.DateField(verbose_name='on')),
                ('note', models.TextField(blank=True, verbose_name='note')),
                ('evidence', models.TextField(blank=True, verbose_name='evidence')),
                ('recorded_at', models.DateTimeField(default=common.clock.now, verbose_name='recorded at')),
                ('action', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='diary', to='action_plans.action')),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='boards.person')),
                ('recorded_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'progress',
                'verbose_name_plural': 'progress',
                'ordering': ['on', 'pk'],
                'constraints': [models.CheckConstraint(condition=models.Q(('step__in', ['progress', 'changed', 'completed', 'verified', 'let_go', 'raised'])), name='action_plans_progress_step_known'), models.CheckConstraint(condition=models.Q(models.Q(('note', ''), _negated=True), models.Q(('evidence', ''), _negated=True), _connector='OR'), name='action_plans_progress_says_something'), models.CheckConstraint(condition=models.Q(models.Q(('step', 'completed'), _negated=True), models.Q(('evidence', ''), _negated=True), _connector='OR'), name='action_plans_progress_completed_with_evidence')],
            },
        ),
        migrations.RunSQL(FUNCTION, "DROP FUNCTION action_plans_refuse_change();"),
        *[migrations.RunSQL(LOCK.format(table=t), UNLOCK.format(table=t)) for t in TABLES],
    ]
