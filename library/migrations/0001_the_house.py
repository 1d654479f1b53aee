"""Every table of this room as first published; it stands in for the steps that led to it."""

import django.db.models.deletion
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    replaces = [('library', '0001_initial'), ('library', '0002_initial'), ('library', '0003_the_record'), ('library', '0004_publication_in_full')]

    initial = True

    dependencies = [
        ('boards', '0001_the_house'),
        ('reviews', '0001_the_house'),
    ]

    operations = [
        migrations.CreateModel(
            name='Publication',
            fields=[
                ('review', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, primary_key=True, related_name='+', serialize=False, to='reviews.review')),
                ('published_on', models.DateField(verbose_name='published on')),
                ('address', models.URLField(max_length=500, verbose_name="address on the Board's website")),
                ('last_on', models.DateField(blank=True, null=True, verbose_name='planned last day on the site')),
                ('notice', models.TextField(blank=True, verbose_name='notice that the site shows')),
                ('welsh', models.CharField(choices=[('there', 'Published with the English'), ('waived', 'Waived by the Board Chair'), ('missing', 'Missing')], max_length=10, verbose_name='Welsh text')),
                ('departs_why', models.TextField(blank=True, verbose_name='why it went ahead all the same')),
                ('taken_down_on', models.DateField(blank=True, null=True, verbose_name='taken down on')),
                ('taken_down_for', models.CharField(blank=True, choices=[('time_over', 'Its time on the site is over'), ('court_order', 'A court order'), ('identified_child', 'A child could be identified'), ('other', 'Another reason')], default='', max_length=20, verbose_name='taken down for')),
                ('taken_down_why', models.TextField(blank=True, verbose_name='why it was taken down')),
                ('recorded_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'publication',
                'verbose_name_plural': 'publications',
                'constraints': [models.CheckConstraint(condition=models.Q(('welsh__in', ['there', 'waived', 'missing'])), name='library_publication_welsh_known'), models.CheckConstraint(condition=models.Q(('address', ''), _negated=True), name='library_publication_has_address'), models.CheckConstraint(condition=models.Q(models.Q(('welsh', 'missing'), _negated=True), models.Q(('departs_why', ''), _negated=True), _connector='OR'), name='library_publication_without_welsh_says_why'), models.CheckConstraint(condition=models.Q(models.Q(('taken_down_for', ''), ('taken_down_on', None)), models.Q(('taken_down_for__in', ['time_over', 'court_order', 'identified_child', 'other']), ('taken_down_on__gte', models.F('published_on'))), _connector='OR'), name='library_publication_taken_down_after_published'), models.CheckConstraint(condition=models.Q(models.Q(('taken_down_for', 'other'), _negated=True), models.Q(('taken_down_why', ''), _negated=True), _connector='OR'), name='library_publication_taken_down_says_why'), models.CheckConstraint(condition=models.Q(('last_on', None), ('last_on__gte', models.F('published_on')), _connector='OR'), name='library_publication_last_day_after_first')],
            },
        ),
        migrations.CreateModel(
            name='Place',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uuid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('where', models.CharField(choices=[('repository', 'The Wales Safeguarding Repository'), ('partner', 'The website of a partner of the Board'), ('other_board', 'The website of another board'), ('other', 'Another place')], max_length=15, verbose_name='where')),
                ('address', models.URLField(blank=True, max_length=500, verbose_name='address')),
                ('first_on', models.DateField(verbose_name='first day')),
                ('last_on', models.DateField(blank=True, null=True, verbose_name='last day')),
                ('note', models.CharField(blank=True, max_length=200, verbose_name='note')),
                ('recorded_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('publication', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='places', to='library.publication')),
            ],
            options={
                'verbose_name': 'place of publication',
                'verbose_name_plural': 'places of publication',
                'ordering': ['first_on', 'pk'],
                'constraints': [models.CheckConstraint(condition=models.Q(('where__in', ['repository', 'partner', 'other_board', 'other'])), name='library_place_where_known'), models.CheckConstraint(condition=models.Q(('last_on', None), ('last_on__gte', models.F('first_on')), _connector='OR'), name='library_place_last_day_after_first')],
            },
        ),
        migrations.CreateModel(
            name='Submission',
            fields=[
                ('review', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, primary_key=True, related_name='+', serialize=False, to='reviews.review')),
                ('sent_on', models.DateField(verbose_name='sent on')),
                ('method', models.CharField(blank=True, choices=[('', 'Not said'), ('email', 'By e-mail'), ('portal', "Through the Welsh Government's portal"), ('letter', 'By letter')], default='', max_length=10, verbose_name='how it was sent')),
                ('planned_publication_on', models.DateField(blank=True, null=True, verbose_name='planned publication')),
                ('received_on', models.DateField(blank=True, null=True, verbose_name='received on')),
                ('acknowledged_on', models.DateField(blank=True, null=True, verbose_name='acknowledged on')),
                ('circulated_on', models.DateField(blank=True, null=True, verbose_name='circulated on')),
                ('agreed_earlier_on', models.DateField(blank=True, null=True, verbose_name='shorter notice agreed on')),
                ('agreed_how', models.TextField(blank=True, verbose_name='how Welsh Government agreed')),
                ('departs_why', models.TextField(blank=True, verbose_name='why it went ahead all the same')),
                ('sent_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'report sent to Welsh Government',
                'verbose_name_plural': 'reports sent to Welsh Government',
                'constraints': [models.CheckConstraint(condition=models.Q(('received_on', None), ('received_on__gte', models.F('sent_on')), _connector='OR'), name='library_submission_received_after_sent'), models.CheckConstraint(condition=models.Q(('acknowledged_on', None), ('acknowledged_on__gte', models.F('received_on')), _connector='OR'), name='library_submission_acknowledged_after_received'), models.CheckConstraint(condition=models.Q(('agreed_earlier_on', None), models.Q(('agreed_how', ''), _negated=True), _connector='OR'), name='library_submission_agreement_says_how'), models.CheckConstraint(condition=models.Q(('method__in', ['', 'email', 'portal', 'letter'])), name='library_submission_method_known'), models.CheckConstraint(condition=models.Q(('circulated_on', None), ('circulated_on__gte', models.F('sent_on')), _connector='OR'), name='library_submission_circulated_after_sent')],
            },
        ),
        migrations.CreateModel(
            name='ReportCirculation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('inspectorate', models.CharField(max_length=20, verbose_name='inspectorate')),
                ('passed_on', models.CharField(blank=True, choices=[('', 'Not yet known'), ('yes', 'Yes'), ('no', 'No')], default='', max_length=3, verbose_name='passed on')),
                ('reason', models.TextField(blank=True, verbose_name='reason')),
                ('submission', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='circulations', to='library.submission')),
            ],
            options={
                'verbose_name': 'circulation of the report',
                'verbose_name_plural': 'circulations of the report',
                'ordering': ['pk'],
                'constraints': [models.UniqueConstraint(fields=('submission', 'inspectorate'), name='library_reportcirculation_once'), models.CheckConstraint(condition=models.Q(('inspectorate__in', ('care', 'education', 'health', 'police', 'probation')), ('passed_on__in', ['', 'yes', 'no'])), name='library_reportcirculation_answer_known')],
            },
        ),
        migrations.CreateModel(
            name='Text',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('language', models.CharField(choices=[('en', 'English'), ('cy', 'Welsh')], max_length=2, verbose_name='language')),
                ('ready_on', models.DateField(verbose_name='ready on')),
                ('recorded_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('review', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='reviews.review')),
            ],
            options={
                'verbose_name': 'text of the report',
                'verbose_name_plural': 'texts of the report',
                'ordering': ['-language'],
                'constraints': [models.UniqueConstraint(fields=('review', 'language'), name='library_text_once'), models.CheckConstraint(condition=models.Q(('language__in', ['en', 'cy'])), name='library_text_language_known')],
            },
        ),
        migrations.CreateModel(
            name='ToldFirst',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('audience', models.CharField(choices=[('family', 'The family'), ('staff', 'The staff who took part'), ('agencies', 'The agencies')], max_length=10, verbose_name='who was told')),
                ('told_on', models.DateField(verbose_name='told on')),
                ('how', models.TextField(verbose_name='by whom, and how')),
                ('recorded_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('review', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='reviews.review')),
            ],
            options={
                'verbose_name': 'told before publication',
                'verbose_name_plural': 'told before publication',
                'ordering': ['told_on', 'pk'],
                'constraints': [models.CheckConstraint(condition=models.Q(('audience__in', ['family', 'staff', 'agencies']), models.Q(('how', ''), _negated=True)), name='library_toldfirst_says_who_and_how')],
            },
        ),
        migrations.CreateModel(
            name='WelshWaiver',
            fields=[
                ('review', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, primary_key=True, related_name='+', serialize=False, to='reviews.review')),
                ('waived_on', models.DateField(verbose_name='waived on')),
                ('why', models.TextField(verbose_name='why there is no Welsh text')),
                ('recorded_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('waived_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='boards.person')),
            ],
            options={
                'verbose_name': 'waiver of the Welsh text',
                'verbose_name_plural': 'waivers of the Welsh text',
                'constraints': [models.CheckConstraint(condition=models.Q(('why', ''), _negated=True), name='library_welshwaiver_says_why')],
            },
        ),
        migrations.CreateModel(
            name='DisclosureCheck',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('language', models.CharField(choices=[('en', 'English'), ('cy', 'Welsh')], max_length=2, verbose_name='language')),
                ('checked_on', models.DateField(verbose_name='checked on')),
                ('finding', models.CharField(choices=[('clear', 'Nothing must be taken out'), ('changes', 'Something must be changed first')], max_length=10, verbose_name='finding')),
                ('notes', models.TextField(blank=True, verbose_name='what must be changed')),
                ('checked_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='boards.person')),
                ('recorded_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('review', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='reviews.review')),
            ],
            options={
                'verbose_name': 'disclosure check',
                'verbose_name_plural': 'disclosure checks',
                'ordering': ['checked_on', 'pk'],
                'constraints': [models.CheckConstraint(condition=models.Q(('finding__in', ['clear', 'changes']), ('language__in', ['en', 'cy'])), name='library_disclosurecheck_language_and_finding_known'), models.CheckConstraint(condition=models.Q(('finding', 'clear'), models.Q(('notes', ''), _negated=True), _connector='OR'), name='library_disclosurecheck_says_what_must_change')],
            },
        ),
        migrations.CreateModel(
            name='NotPublished',
            fields=[
                ('review', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, primary_key=True, related_name='+', serialize=False, to='reviews.review')),
                ('decided_on', models.DateField(verbose_name='decided on')),
                ('reasons', models.TextField(verbose_name='reasons')),
                ('advice', models.TextField(blank=True, verbose_name='advice taken')),
                ('told', models.TextField(blank=True, verbose_name='who was told')),
                ('told_on', models.DateField(blank=True, null=True, verbose_name='they were told on')),
                ('government_told_on', models.DateField(blank=True, null=True, verbose_name='Welsh Government was told on')),
                ('decided_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='boards.person')),
                ('recorded_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'decision not to publish',
                'verbose_name_plural': 'decisions not to publish',
                'constraints': [models.CheckConstraint(condition=models.Q(('reasons', ''), _negated=True), name='library_notpublished_gives_reasons')],
            },
        ),
    ]
