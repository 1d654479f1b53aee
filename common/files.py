"""Keeping files and handing them out. Who may have one is asked by the view that calls this."""

import datetime as dt
import hashlib
from pathlib import PurePosixPath
from uuid import UUID

from django.core.files.base import ContentFile, File
from django.core.files.storage import default_storage
from django.http import FileResponse

from common import clock
from common.models import StoredFile
from common.uploads.field import Upload
from common.uploads.stripping import strip

A_WEEK = dt.timedelta(days=7)


def keep(content: bytes, content_type: str) -> StoredFile:
    """Store the bytes under an opaque name, then write the row: no row lacks its file.

    Where the transaction is undone later, the bytes stay behind without a row; `sweep_orphans`
    takes them away.
    """
    row = StoredFile(
        sha256=hashlib.sha256(content).hexdigest(), size=len(content), content_type=content_type
    )
    default_storage.save(row.path, ContentFile(content))
    row.save(force_insert=True)
    return row


def keep_upload(upload: Upload) -> StoredFile:
    """Store what somebody sent, in pieces; a picture without what it says of its maker."""
    if upload.kind.content_type.startswith("image/"):
        upload.file.seek(0)
        return keep(strip(upload.file.read(), upload.kind.content_type), upload.kind.content_type)
    digest = hashlib.sha256()
    for piece in upload.file.chunks():
        digest.update(piece)
    upload.file.seek(0)
    row = StoredFile(
        sha256=digest.hexdigest(),
        size=upload.file.size or 0,
        content_type=upload.kind.content_type,
    )
    default_storage.save(row.path, File(upload.file))
    row.save(force_insert=True)
    return row


def sweep_orphans(*, older_than: dt.timedelta = A_WEEK) -> int:
    """Take away the bytes that no row knows, because their transaction was undone; the number.

    Only what is a week old: a file is stored before its row, and a database that was brought back
    from yesterday may yet be brought back from today.
    """
    swept, until = 0, clock.now() - older_than
    if not default_storage.exists(""):
        return 0
    for folder in default_storage.listdir("")[0]:
        lying = {name: f"{folder}/{name}" for name in default_storage.listdir(folder)[1]}
        ids = {name: UUID(name) for name in lying if _is_ours(folder, name)}
        known = set(StoredFile.objects.filter(pk__in=ids.values()).values_list("pk", flat=True))
        for name, pk in ids.items():
            if pk not in known and default_storage.get_modified_time(lying[name]) < until:
                default_storage.delete(lying[name])
                swept += 1
    return swept


def _is_ours(folder: str, name: str) -> bool:
    """Nothing is touched that this module has not named."""
    is_hex = len(name) == 32 and set(name) <= set("0123456789abcdef")
    return is_hex and PurePosixPath(folder).name == name[:2]


def attachment(file: StoredFile, filename: str) -> FileResponse:
    """The file as a download that no browser runs or shows in our own name."""
    response = FileResponse(
        default_storage.open(file.path),
        as_attachment=True,
        filename=filename,
        content_type=file.content_type,
    )
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Content-Security-Policy"] = "default-src 'none'; sandbox"
    response.headers["Cache-Control"] = "private, no-store"
    return response
