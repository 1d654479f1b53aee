"""Every table of this room as first published; it stands in for the steps that led to it."""

import common.clock
import django.db.models.deletion
import django.db.models.functions.text
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    replaces = [('boards', '0001_initial'), ('boards', '0002_people_at_work')]

    initial = True

    dependencies = [
        ('auth', '0012_alter_user_first_name_max_length'),
    ]

    operations = [
        migrations.CreateModel(
            name='Agency',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', models.SlugField(max_length=60, unique=True, verbose_name='code')),
                ('kind', models.CharField(choices=[('local_authority', 'Local authority'), ('social_services', 'Social services'), ('education', 'Education'), ('health_board', 'Health board'), ('nhs_trust', 'NHS trust'), ('public_health', 'Public health'), ('police', 'Police'), ('probation', 'Probation'), ('youth_justice', 'Youth justice service'), ('cafcass', 'Cafcass Cymru'), ('housing', 'Housing'), ('third_sector', 'Third sector'), ('other', 'Other')], max_length=20, verbose_name='kind')),
                ('name_en', models.CharField(max_length=160, verbose_name='name in English')),
                ('name_cy', models.CharField(max_length=160, verbose_name='name in Welsh')),
            ],
            options={
                'verbose_name': 'agency',
                'verbose_name_plural': 'agencies',
                'ordering': ['name_en'],
            },
        ),
        migrations.CreateModel(
            name='Board',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', models.SlugField(max_length=12, unique=True, verbose_name='code')),
                ('prefix', models.CharField(help_text='Stands before the number of a review, as in BE 3/2024.', max_length=12, unique=True, verbose_name='prefix of references')),
                ('name_en', models.CharField(max_length=120, verbose_name='name in English')),
                ('name_cy', models.CharField(max_length=120, verbose_name='name in Welsh')),
                ('is_fictional', models.BooleanField(default=False, verbose_name='is fictional')),
            ],
            options={
                'verbose_name': 'safeguarding board',
                'verbose_name_plural': 'safeguarding boards',
                'ordering': ['code'],
            },
        ),
        migrations.CreateModel(
            name='User',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('password', models.CharField(max_length=128, verbose_name='password')),
                ('last_login', models.DateTimeField(blank=True, null=True, verbose_name='last login')),
                ('is_superuser', models.BooleanField(default=False, help_text='Designates that this user has all permissions without explicitly assigning them.', verbose_name='superuser status')),
                ('email', models.EmailField(max_length=254, unique=True, verbose_name='e-mail address')),
                ('is_active', models.BooleanField(default=True, verbose_name='is active')),
                ('is_staff', models.BooleanField(default=False, verbose_name='runs the service')),
                ('opens_by_link', models.BooleanField(default=False, verbose_name='opened by links only')),
                ('date_joined', models.DateTimeField(default=common.clock.now)),
                ('groups', models.ManyToManyField(blank=True, help_text='The groups this user belongs to. A user will get all permissions granted to each of their groups.', related_name='user_set', related_query_name='user', to='auth.group', verbose_name='groups')),
                ('user_permissions', models.ManyToManyField(blank=True, help_text='Specific permissions for this user.', related_name='user_set', related_query_name='user', to='auth.permission', verbose_name='user permissions')),
            ],
            options={
                'verbose_name': 'user',
                'verbose_name_plural': 'users',
                'constraints': [models.UniqueConstraint(django.db.models.functions.text.Lower('email'), name='boards_user_email_once')],
            },
        ),
        migrations.CreateModel(
            name='Partnership',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('from_on', models.DateField(verbose_name='from')),
                ('until_on', models.DateField(blank=True, null=True, verbose_name='until')),
                ('agency', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='partnerships', to='boards.agency')),
                ('board', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='partnerships', to='boards.board')),
            ],
            options={
                'verbose_name': 'partnership',
                'verbose_name_plural': 'partnerships',
                'abstract': False,
                'constraints': [models.CheckConstraint(condition=models.Q(('until_on', None), ('until_on__gte', models.F('from_on')), _connector='OR'), name='boards_partnership_until_after_from'), models.UniqueConstraint(fields=('agency', 'board', 'from_on'), name='boards_partnership_once')],
            },
        ),
        migrations.AddField(
            model_name='agency',
            name='boards',
            field=models.ManyToManyField(related_name='agencies', through='boards.Partnership', to='boards.board'),
        ),
        migrations.CreateModel(
            name='Person',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uuid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('name', models.CharField(max_length=120, verbose_name='name')),
                ('email', models.EmailField(max_length=254, verbose_name='e-mail address')),
                ('title', models.CharField(blank=True, max_length=120, verbose_name='post or title')),
                ('language', models.CharField(blank=True, choices=[('', 'Not known'), ('en-gb', 'In English'), ('cy', 'In Welsh')], default='', max_length=5, verbose_name='preferred language')),
                ('user', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='person', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'person',
                'verbose_name_plural': 'persons',
                'ordering': ['name'],
                'constraints': [models.UniqueConstraint(django.db.models.functions.text.Lower('email'), name='boards_person_email_once'), models.CheckConstraint(condition=models.Q(('name', ''), _negated=True), name='boards_person_has_a_name'), models.CheckConstraint(condition=models.Q(('language__in', ['', 'en-gb', 'cy'])), name='boards_person_language_known')],
            },
        ),
        migrations.CreateModel(
            name='Membership',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('from_on', models.DateField(verbose_name='from')),
                ('until_on', models.DateField(blank=True, null=True, verbose_name='until')),
                ('uuid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('agency', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='memberships', to='boards.agency')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='memberships', to='boards.person')),
            ],
            options={
                'verbose_name': 'membership',
                'verbose_name_plural': 'memberships',
                'abstract': False,
                'constraints': [models.CheckConstraint(condition=models.Q(('until_on', None), ('until_on__gte', models.F('from_on')), _connector='OR'), name='boards_membership_until_after_from'), models.UniqueConstraint(fields=('person', 'agency', 'from_on'), name='boards_membership_once')],
            },
        ),
        migrations.CreateModel(
            name='Listing',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('from_on', models.DateField(verbose_name='from')),
                ('until_on', models.DateField(blank=True, null=True, verbose_name='until')),
                ('board', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='listings', to='boards.board')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='listings', to='boards.person')),
            ],
            options={
                'verbose_name': 'listing',
                'verbose_name_plural': 'listings',
                'abstract': False,
                'constraints': [models.CheckConstraint(condition=models.Q(('until_on', None), ('until_on__gte', models.F('from_on')), _connector='OR'), name='boards_listing_until_after_from'), models.UniqueConstraint(condition=models.Q(('until_on', None)), fields=('person', 'board'), name='boards_listing_one_open')],
            },
        ),
        migrations.CreateModel(
            name='Leaving',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uuid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('last_on', models.DateField()),
                ('act', models.UUIDField()),
                ('recorded_at', models.DateTimeField()),
                ('account_closed_at', models.DateTimeField(blank=True, null=True)),
                ('account_ends', models.BooleanField(default=True)),
                ('board', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='leavings', to='boards.board')),
                ('recorded_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='leavings', to='boards.person')),
                ('successor', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='boards.person')),
            ],
            options={
                'ordering': ['-recorded_at'],
                'constraints': [models.CheckConstraint(condition=models.Q(('person', models.F('successor')), _negated=True), name='boards_leaving_to_somebody_else')],
            },
        ),
        migrations.CreateModel(
            name='Invitation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('token_hash', models.CharField(max_length=64, unique=True)),
                ('sent_at', models.DateTimeField(verbose_name='sent at')),
                ('expires_at', models.DateTimeField(verbose_name='expires at')),
                ('accepted_at', models.DateTimeField(blank=True, null=True, verbose_name='accepted at')),
                ('withdrawn_at', models.DateTimeField(blank=True, null=True, verbose_name='withdrawn at')),
                ('board', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='invitations', to='boards.board')),
                ('sent_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='invitations', to='boards.person')),
            ],
            options={
                'verbose_name': 'invitation',
                'verbose_name_plural': 'invitations',
                'constraints': [models.CheckConstraint(condition=models.Q(('accepted_at', None), ('withdrawn_at', None), _connector='OR'), name='boards_invitation_accepted_or_withdrawn'), models.CheckConstraint(condition=models.Q(('expires_at__gt', models.F('sent_at'))), name='boards_invitation_expires_after_sent'), models.UniqueConstraint(condition=models.Q(('accepted_at', None), ('withdrawn_at', None)), fields=('person',), name='boards_invitation_one_open_a_person')],
            },
        ),
        migrations.CreateModel(
            name='Holding',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('from_on', models.DateField(verbose_name='from')),
                ('until_on', models.DateField(blank=True, null=True, verbose_name='until')),
                ('uuid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('office', models.CharField(choices=[('board_chair', 'Board Chair'), ('subgroup_chair', 'Sub-group chair'), ('coordinator', 'Co-ordinator'), ('board_member', 'Board member'), ('subgroup_member', 'Sub-group member'), ('auditor', 'Data protection officer')], max_length=20, verbose_name='office')),
                ('hold', models.CharField(choices=[('holder', 'Holder'), ('joint', 'Joint holder'), ('deputy', 'Deputy')], default='holder', max_length=10, verbose_name='held as')),
                ('board', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='holdings', to='boards.board')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='holdings', to='boards.person')),
            ],
            options={
                'verbose_name': 'holding of an office',
                'verbose_name_plural': 'holdings of offices',
                'abstract': False,
                'constraints': [models.CheckConstraint(condition=models.Q(('until_on', None), ('until_on__gte', models.F('from_on')), _connector='OR'), name='boards_holding_until_after_from'), models.UniqueConstraint(fields=('person', 'board', 'office', 'from_on'), name='boards_holding_once'), models.CheckConstraint(condition=models.Q(('office__in', ['board_chair', 'subgroup_chair', 'coordinator', 'board_member', 'subgroup_member', 'auditor'])), name='boards_holding_office_known'), models.CheckConstraint(condition=models.Q(('hold__in', ['holder', 'joint', 'deputy'])), name='boards_holding_hold_known')],
            },
        ),
        migrations.CreateModel(
            name='Absence',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('from_on', models.DateField(verbose_name='from')),
                ('until_on', models.DateField(blank=True, null=True, verbose_name='until')),
                ('uuid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('recorded_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('holding', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='absences', to='boards.holding')),
                ('stood_in_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='boards.person')),
            ],
            options={
                'ordering': ['from_on', 'pk'],
                'abstract': False,
                'constraints': [models.CheckConstraint(condition=models.Q(('until_on', None), ('until_on__gte', models.F('from_on')), _connector='OR'), name='boards_absence_until_after_from'), models.UniqueConstraint(fields=('holding', 'from_on'), name='boards_absence_once_from_a_day')],
            },
        ),
        migrations.CreateModel(
            name='TaskLink',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('path', models.CharField(max_length=200)),
                ('and_below', models.BooleanField(default=False)),
                ('token_hash', models.CharField(max_length=64, unique=True)),
                ('made_at', models.DateTimeField()),
                ('expires_at', models.DateTimeField()),
                ('withdrawn_at', models.DateTimeField(blank=True, null=True)),
                ('code_hash', models.CharField(blank=True, max_length=128)),
                ('code_expires_at', models.DateTimeField(blank=True, null=True)),
                ('code_tries', models.PositiveSmallIntegerField(default=0)),
                ('codes_sent', models.PositiveIntegerField(default=0)),
                ('opened_at', models.DateTimeField(blank=True, null=True)),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='task_links', to='boards.person')),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('expires_at__gt', models.F('made_at'))), name='boards_tasklink_expires_after_made'), models.CheckConstraint(condition=models.Q(('path__startswith', '/')), name='boards_tasklink_leads_within'), models.CheckConstraint(condition=models.Q(models.Q(('code_expires_at', None), ('code_hash', '')), models.Q(models.Q(('code_hash', ''), _negated=True), ('code_expires_at__isnull', False)), _connector='OR'), name='boards_tasklink_code_runs_out')],
            },
        ),
        migrations.CreateModel(
            name='Wording',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('term', models.CharField(choices=[('board_chair', 'Board Chair'), ('subgroup_chair', 'Sub-group chair'), ('coordinator', 'Co-ordinator'), ('board_member', 'Board member'), ('subgroup_member', 'Sub-group member'), ('auditor', 'Data protection officer'), ('subgroup', 'Sub-group')], max_length=20)),
                ('word_en', models.CharField(max_length=60)),
                ('word_cy', models.CharField(max_length=60)),
                ('board', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='wordings', to='boards.board')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('board', 'term'), name='boards_wording_once'), models.CheckConstraint(condition=models.Q(('term__in', ['board_chair', 'subgroup_chair', 'coordinator', 'board_member', 'subgroup_member', 'auditor', 'subgroup'])), name='boards_wording_term_known'), models.CheckConstraint(condition=models.Q(models.Q(('word_en', ''), _negated=True), models.Q(('word_cy', ''), _negated=True)), name='boards_wording_in_both_languages')],
            },
        ),
        migrations.AddConstraint(
            model_name='agency',
            constraint=models.CheckConstraint(condition=models.Q(('kind__in', ['local_authority', 'social_services', 'education', 'health_board', 'nhs_trust', 'public_health', 'police', 'probation', 'youth_justice', 'cafcass', 'housing', 'third_sector', 'other'])), name='boards_agency_kind_known'),
        ),
    ]
