"""How uploads come in: a file over the limit is read to its end but not stored, so that the rest of
the form survives and says so."""

import io
from typing import Any

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.core.files.uploadhandler import FileUploadHandler


class Limit(FileUploadHandler):
    """Stands first among the handlers and swallows what comes after the limit."""

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        super().new_file(*args, **kwargs)
        self.is_over = False

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes | None:
        self.is_over = self.is_over or start + len(raw_data) > settings.UPLOAD_MAX_BYTES
        return None if self.is_over else raw_data

    def file_complete(self, file_size: int) -> Any:
        if not self.is_over:
            return None
        size = max(file_size, settings.UPLOAD_MAX_BYTES + 1)
        return UploadedFile(io.BytesIO(), self.file_name, self.content_type, size)
