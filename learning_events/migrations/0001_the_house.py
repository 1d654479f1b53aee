"""Every table of this room as first published; it stands in for the steps that led to it."""

import common.clock
import django.db.models.deletion
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    replaces = [('learning_events', '0001_initial'), ('learning_events', '0002_initial'), ('learning_events', '0003_planned_and_listed')]

    initial = True

    dependencies = [
        ('boards', '0001_the_house'),
        ('reviews', '0001_the_house'),
    ]

    operations = [
        migrations.CreateModel(
            name='LearningEvent',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uuid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('kind', models.CharField(choices=[('main', 'Multi-agency learning event'), ('managers', 'Separate event for managers'), ('recall', 'Recall session: the learning is confirmed'), ('other', 'Another event')], default='main', max_length=10, verbose_name='which event')),
                ('planned_on', models.DateField(blank=True, null=True, verbose_name='planned for')),
                ('moved_why', models.TextField(blank=True, verbose_name='why its day was moved')),
                ('cancelled_on', models.DateField(blank=True, null=True, verbose_name='cancelled on')),
                ('cancelled_why', models.TextField(blank=True, verbose_name='why it was cancelled')),
                ('held_on', models.DateField(blank=True, null=True, verbose_name='held on')),
                ('until_on', models.DateField(blank=True, null=True, verbose_name='last day')),
                ('venue', models.CharField(max_length=200, verbose_name='venue')),
                ('length', models.CharField(blank=True, choices=[('half', 'Half a day'), ('one', 'One day'), ('two', 'Two days')], max_length=5, verbose_name='length')),
                ('hours', models.CharField(blank=True, max_length=60, verbose_name='start and finish')),
                ('working_principles', models.TextField(blank=True, verbose_name='working principles agreed')),
                ('family_messages', models.TextField(blank=True, verbose_name='messages from the family')),
                ('note_taker_why', models.TextField(blank=True, verbose_name='why the note taker also facilitated')),
                ('is_listed', models.BooleanField(default=False, verbose_name='its participants are listed')),
                ('invited', models.PositiveSmallIntegerField(default=0, verbose_name='invited')),
                ('attended', models.PositiveSmallIntegerField(default=0, verbose_name='attended')),
                ('absent_why', models.TextField(blank=True, verbose_name='who was absent, by role, and why')),
                ('learning_points', models.TextField(blank=True, verbose_name='learning points')),
                ('recorded_at', models.DateTimeField(default=common.clock.now, verbose_name='recorded at')),
                ('facilitators', models.ManyToManyField(related_name='+', to='boards.person', verbose_name='facilitators')),
                ('note_taker', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='boards.person', verbose_name='note taker')),
                ('recorded_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('review', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='reviews.review')),
            ],
            options={
                'verbose_name': 'learning event',
                'verbose_name_plural': 'learning events',
                'ordering': ['held_on', 'pk'],
                'constraints': [models.CheckConstraint(condition=models.Q(('kind__in', ['main', 'managers', 'recall', 'other'])), name='learning_events_event_kind_known'), models.CheckConstraint(condition=models.Q(('length__in', ['half', 'one', 'two']), models.Q(('held_on', None), ('length', '')), _connector='OR'), name='learning_events_event_length_known'), models.CheckConstraint(condition=models.Q(('planned_on__isnull', False), ('held_on__isnull', False), _connector='OR'), name='learning_events_event_has_a_day'), models.CheckConstraint(condition=models.Q(models.Q(('cancelled_on', None), ('cancelled_why', '')), models.Q(('cancelled_on__isnull', False), ('held_on', None), models.Q(('cancelled_why', ''), _negated=True)), _connector='OR'), name='learning_events_event_cancelled_says_why'), models.CheckConstraint(condition=models.Q(('until_on', None), ('until_on__gte', models.F('held_on')), _connector='OR'), name='learning_events_event_ends_after_it_begins'), models.CheckConstraint(condition=models.Q(('held_on', None), models.Q(models.Q(('learning_points', ''), _negated=True), models.Q(('venue', ''), _negated=True)), _connector='OR'), name='learning_events_event_says_where_and_what_was_learned'), models.CheckConstraint(condition=models.Q(('held_on', None), ('attended__gte', 1), _connector='OR'), name='learning_events_event_somebody_attended'), models.CheckConstraint(condition=models.Q(('held_on', None), ('is_listed', True), ('attended__gte', models.F('invited')), models.Q(('absent_why', ''), _negated=True), _connector='OR'), name='learning_events_event_absence_is_explained')],
            },
        ),
        migrations.CreateModel(
            name='Participant',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('body', models.CharField(blank=True, max_length=160, verbose_name='another body')),
                ('role', models.CharField(max_length=120, verbose_name='role')),
                ('is_gp', models.BooleanField(default=False, verbose_name='a general practitioner')),
                ('attendance', models.CharField(blank=True, choices=[('', 'Not recorded yet'), ('attended', 'Attended'), ('ill', 'Absent: illness'), ('leave', 'Absent: on leave'), ('duty', 'Absent: on duty'), ('not_released', 'Absent: not released by the agency'), ('left', 'Absent: has left the agency'), ('declined', 'Absent: declined'), ('unknown', 'Absent: the reason is not known'), ('other', 'Absent: for another reason'), ('withdrawn', 'The invitation was withdrawn')], default='', max_length=15, verbose_name='attendance')),
                ('note', models.CharField(blank=True, max_length=300, verbose_name='note')),
                ('agency', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='boards.agency')),
                ('event', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='participants', to='learning_events.learningevent')),
            ],
            options={
                'verbose_name': 'participant',
                'verbose_name_plural': 'participants',
                'ordering': ['pk'],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('agency__isnull', False), models.Q(('body', ''), _negated=True), _connector='OR'), models.Q(('role', ''), _negated=True)), name='learning_events_participant_says_from_where'), models.CheckConstraint(condition=models.Q(('attendance__in', ['', 'attended', 'ill', 'leave', 'duty', 'not_released', 'left', 'declined', 'unknown', 'other', 'withdrawn'])), name='learning_events_participant_attendance_known'), models.CheckConstraint(condition=models.Q(models.Q(('attendance', 'other'), _negated=True), models.Q(('note', ''), _negated=True), _connector='OR'), name='learning_events_participant_other_reason_is_said')],
            },
        ),
    ]
