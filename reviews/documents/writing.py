"""Keeping a paper of a case inside somebody else's deed, in the same transaction."""

import datetime as dt
from typing import Any

from common.files import keep
from reviews.models import Document, Marking, Review


def keep_document(
    review: Review,
    *,
    upload_bytes: bytes,
    content_type: str,
    title: str,
    kind: str,
    marking: str = Marking.OFFICIAL_SENSITIVE,
    dated_on: dt.date | None = None,
    by: Any,
) -> Document:
    """The first version of a paper. Bytes that came from outside are checked by the form before."""
    return Document.objects.create(
        review=review,
        file=keep(upload_bytes, content_type),
        title=title,
        kind=kind,
        marking=marking,
        dated_on=dated_on,
        added_by=by,
    )
