"""Every table of this room as first published; it stands in for the steps that led to it."""

import common.clock
import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    replaces = [('deadlines', '0001_initial'), ('deadlines', '0002_next_due'), ('deadlines', '0003_derive_next_due')]

    initial = True

    dependencies = [
    ]

    operations = [
        migrations.CreateModel(
            name='Timetable',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('edition', models.CharField(max_length=20, verbose_name='edition of the guidance')),
                ('kind', models.CharField(blank=True, default='', max_length=10, verbose_name='kind of review')),
                ('next_due_on', models.DateField(blank=True, null=True, verbose_name='next due')),
                ('created_at', models.DateTimeField(default=common.clock.now, verbose_name='opened at')),
            ],
            options={
                'verbose_name': 'timetable',
                'verbose_name_plural': 'timetables',
                'indexes': [models.Index(models.OrderBy(models.F('next_due_on'), nulls_last=True), name='deadlines_timetable_next_due')],
                'constraints': [models.CheckConstraint(condition=models.Q(('edition__in', ('CPR-DRAFT-2012', 'CPR-2013', 'CPR-2016', 'SUSR-2024'))), name='deadlines_timetable_edition_known'), models.CheckConstraint(condition=models.Q(('kind__in', ['', 'concise', 'extended'])), name='deadlines_timetable_kind_known')],
            },
        ),
        migrations.CreateModel(
            name='Reached',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('milestone', models.CharField(max_length=40, verbose_name='milestone')),
                ('part', models.CharField(blank=True, default='', max_length=80, verbose_name='part')),
                ('on', models.DateField(verbose_name='day')),
                ('recorded_at', models.DateTimeField(default=common.clock.now, verbose_name='recorded at')),
                ('timetable', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='reached', to='deadlines.timetable')),
            ],
            options={
                'verbose_name': 'milestone reached',
                'verbose_name_plural': 'milestones reached',
                'constraints': [models.UniqueConstraint(fields=('timetable', 'milestone', 'part'), name='deadlines_reached_once'), models.CheckConstraint(condition=models.Q(('milestone__in', ['referred', 'recommended', 'forwarded', 'decided', 'wg_told_of_recommendation', 'wg_told_of_outcome', 'commissioned', 'panel_first_met', 'reviewers_appointed', 'agencies_asked', 'agency_returned', 'timelines_released', 'event_held', 'report_agreed', 'report_accepted', 'report_sent_to_wg', 'report_received_by_wg', 'published', 'publication_ended', 'plan_finalised', 'plan_approved', 'plan_sent_to_wg', 'action_due', 'action_done', 'closed'])), name='deadlines_reached_milestone_known')],
            },
        ),
        migrations.CreateModel(
            name='Deadline',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('limit', models.CharField(max_length=60, verbose_name='limit')),
                ('part', models.CharField(blank=True, default='', max_length=80, verbose_name='part')),
                ('due_on', models.DateField(verbose_name='due')),
                ('met_on', models.DateField(blank=True, null=True, verbose_name='met')),
                ('timetable', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='deadlines', to='deadlines.timetable')),
            ],
            options={
                'verbose_name': 'deadline',
                'verbose_name_plural': 'deadlines',
                'ordering': ['due_on', 'pk'],
                'indexes': [models.Index(fields=['due_on'], name='deadlines_deadline_due'), models.Index(condition=models.Q(('met_on', None)), fields=['due_on'], name='deadlines_deadline_open')],
                'constraints': [models.UniqueConstraint(fields=('timetable', 'limit', 'part'), name='deadlines_deadline_once')],
            },
        ),
    ]
