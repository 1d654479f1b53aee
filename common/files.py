"""Keeping files and handing them out. Who may have one is asked by the view that calls this."""

import hashlib

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.http import FileResponse

from common.models import StoredFile


def keep(content: bytes, content_type: str) -> StoredFile:
    """Store the bytes under an opaque name, then write the row: no row lacks its file."""
    row = StoredFile(
        sha256=hashlib.sha256(content).hexdigest(), size=len(content), content_type=content_type
    )
    default_storage.save(row.path, ContentFile(content))
    row.save(force_insert=True)
    return row


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
