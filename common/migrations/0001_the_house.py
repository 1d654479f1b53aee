"""Every table of this room as first published; it stands in for the steps that led to it."""

import common.clock
import common.crypto
import django.db.models.deletion
import uuid
from django.db import migrations, models


class Migration(migrations.Migration):

    replaces = [('common', '0001_initial')]

    initial = True

    dependencies = [
    ]

    operations = [
        migrations.CreateModel(
            name='Heartbeat',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=30, unique=True, verbose_name='name')),
                ('seen_at', models.DateTimeField(verbose_name='last seen')),
            ],
            options={
                'verbose_name': 'sign of life',
                'verbose_name_plural': 'signs of life',
            },
        ),
        migrations.CreateModel(
            name='Submission',
            fields=[
                ('key', models.UUIDField(default=uuid.uuid4, primary_key=True, serialize=False)),
                ('user_id', models.BigIntegerField()),
                ('result', models.CharField(max_length=300)),
                ('at', models.DateTimeField(default=common.clock.now)),
            ],
        ),
        migrations.CreateModel(
            name='OutboxMessage',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(max_length=60, verbose_name='kind')),
                ('key', models.CharField(max_length=200, unique=True, verbose_name='key')),
                ('to', models.EmailField(max_length=254, verbose_name='to')),
                ('person', models.BigIntegerField(blank=True, null=True, verbose_name='person')),
                ('language', models.CharField(blank=True, max_length=5, verbose_name='language')),
                ('subject', models.CharField(max_length=250, verbose_name='subject')),
                ('text', common.crypto.EncryptedTextField(verbose_name='text')),
                ('html', common.crypto.EncryptedTextField(blank=True, verbose_name='text in HTML')),
                ('is_private', models.BooleanField(default=False, verbose_name='holds a private link')),
                ('message_id', models.CharField(max_length=120, unique=True)),
                ('created_at', models.DateTimeField(verbose_name='written at')),
                ('due_at', models.DateTimeField(verbose_name='to be sent from')),
                ('tries', models.PositiveSmallIntegerField(default=0, verbose_name='tries')),
                ('claimed_until', models.DateTimeField(blank=True, null=True, verbose_name='claimed until')),
                ('sent_at', models.DateTimeField(blank=True, null=True, verbose_name='sent at')),
                ('failed_at', models.DateTimeField(blank=True, null=True, verbose_name='given up at')),
                ('last_error', models.CharField(blank=True, max_length=20, verbose_name='last error')),
            ],
            options={
                'verbose_name': 'message',
                'verbose_name_plural': 'messages',
                'indexes': [models.Index(condition=models.Q(('failed_at', None), ('sent_at', None)), fields=['due_at'], name='common_outbox_waiting')],
                'constraints': [models.CheckConstraint(condition=models.Q(('sent_at', None), ('failed_at', None), _connector='OR'), name='common_outboxmessage_sent_or_failed'), models.CheckConstraint(condition=models.Q(models.Q(('failed_at', None), ('sent_at', None)), ('claimed_until', None), _connector='OR'), name='common_outboxmessage_settled_is_unclaimed'), models.CheckConstraint(condition=models.Q(('failed_at', None), models.Q(('last_error', ''), _negated=True), _connector='OR'), name='common_outboxmessage_failed_says_why'), models.CheckConstraint(condition=models.Q(('due_at__gte', models.F('created_at'))), name='common_outboxmessage_due_after_written'), models.CheckConstraint(condition=models.Q(('language__in', ['', 'cy', 'en-gb'])), name='common_outboxmessage_language_known')],
            },
        ),
        migrations.CreateModel(
            name='StoredFile',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('sha256', models.CharField(max_length=64, verbose_name='SHA-256')),
                ('size', models.PositiveBigIntegerField(verbose_name='size in bytes')),
                ('content_type', models.CharField(max_length=100, verbose_name='type')),
                ('created_at', models.DateTimeField(default=common.clock.now, verbose_name='kept since')),
            ],
            options={
                'verbose_name': 'stored file',
                'verbose_name_plural': 'stored files',
                'constraints': [models.CheckConstraint(condition=models.Q(('sha256__regex', '^[0-9a-f]{64}$')), name='common_storedfile_has_hash')],
            },
        ),
        migrations.CreateModel(
            name='PaperRequest',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('kind', models.CharField(max_length=60, verbose_name='kind')),
                ('subject', models.JSONField(default=dict, verbose_name='subject')),
                ('language', models.CharField(max_length=5, verbose_name='language')),
                ('asked_by_id', models.BigIntegerField(verbose_name='asked for by')),
                ('asked_at', models.DateTimeField(default=common.clock.now, verbose_name='asked for at')),
                ('state', models.CharField(choices=[('waiting', 'Being made'), ('made', 'Ready'), ('failed', 'Could not be made')], default='waiting', max_length=10, verbose_name='state')),
                ('tries', models.PositiveSmallIntegerField(default=0, verbose_name='tries')),
                ('claimed_until', models.DateTimeField(blank=True, null=True, verbose_name='claimed until')),
                ('pdf_missing', models.BooleanField(default=False, verbose_name='the machine cannot make PDFs')),
                ('file', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='common.storedfile', verbose_name='file')),
            ],
            options={
                'verbose_name': 'paper',
                'verbose_name_plural': 'papers',
                'indexes': [models.Index(condition=models.Q(('state', 'waiting')), fields=['asked_at'], name='common_paper_waiting')],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('file__isnull', False), ('state', 'made')), models.Q(models.Q(('state', 'made'), _negated=True), ('file', None)), _connector='OR'), name='common_paperrequest_made_has_file'), models.CheckConstraint(condition=models.Q(('state__in', ['waiting', 'made', 'failed'])), name='common_paperrequest_state_known')],
            },
        ),
    ]
