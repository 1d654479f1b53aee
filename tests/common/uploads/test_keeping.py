"""Bytes in the storage: kept in pieces, swept when no row knows them."""

import datetime as dt
import hashlib
import os

import pytest
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.db import transaction

from common import clock
from common.files import keep, keep_upload, sweep_orphans
from common.models import StoredFile
from common.uploads.checking import PDF
from common.uploads.field import Upload

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def own_folder(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "files"
    settings.DEMO_TODAY = None
    return settings.MEDIA_ROOT


def grow_old(path):
    then = (clock.now() - dt.timedelta(days=8)).timestamp()
    os.utime(default_storage.path(path), (then, then))


def test_what_was_sent_is_kept_as_it_was_under_an_opaque_name():
    content = b"%PDF-1.7 " + b"x" * 300_000
    row = keep_upload(Upload(SimpleUploadedFile("Gwen.pdf", content), PDF))
    with default_storage.open(row.path) as kept:
        assert kept.read() == content
    assert row.sha256 == hashlib.sha256(content).hexdigest()
    assert (row.size, row.content_type) == (len(content), "application/pdf")
    assert "Gwen" not in row.path


def test_bytes_whose_transaction_was_undone_are_swept_and_no_others(own_folder):
    kept = keep(b"kept", "application/pdf")
    with transaction.atomic():
        lost = keep(b"lost", "application/pdf")
        transaction.set_rollback(True)
    assert not StoredFile.objects.filter(pk=lost.pk).exists()
    fresh_orphan = f"{'ab'}/{'ab' * 16}"
    foreign = own_folder / "ab" / "README.txt"
    for path in (kept.path, lost.path):
        grow_old(path)
    (own_folder / "ab").mkdir(exist_ok=True)
    (own_folder / fresh_orphan).write_bytes(b"being written now")
    foreign.write_text("not ours")
    grow_old("ab/README.txt")
    call_command("sweep_files")
    assert default_storage.exists(kept.path)
    assert not default_storage.exists(lost.path)
    assert default_storage.exists(fresh_orphan)
    assert foreign.exists()


def test_sweeping_where_nothing_was_ever_kept_is_quiet():
    assert sweep_orphans() == 0
