"""Keeping a paper of a case inside somebody else's deed, in the same transaction."""

import datetime as dt
from typing import Any

from django.db.models import Max

from common.files import keep_upload
from common.models import StoredFile
from common.uploads.field import Upload
from reviews.models import Document, Marking, Review


def keep_uploaded(
    review: Review,
    *,
    upload: Upload,
    title: str,
    kind: str,
    marking: str = Marking.OFFICIAL_SENSITIVE,
    dated_on: dt.date | None = None,
    by: Any,
) -> Document:
    """The first version of a paper, as a form's UploadField gives it: checked, stored in pieces."""
    return put(
        review,
        keep_upload(upload),
        title=title,
        kind=kind,
        marking=marking,
        dated_on=dated_on,
        by=by,
    )


def put(
    review: Review,
    file: StoredFile,
    *,
    title: str,
    kind: str,
    marking: str = Marking.OFFICIAL_SENSITIVE,
    dated_on: dt.date | None = None,
    by: Any,
    replaces: Document | None = None,
) -> Document:
    """Write the row of a stored file. The deed around it has locked the review, so that no number
    is given twice."""
    highest = review.documents.aggregate(highest=Max("number"))["highest"] or 0
    return Document.objects.create(
        review=review,
        number=replaces.number if replaces else highest + 1,
        version=replaces.version + 1 if replaces else 1,
        replaces=replaces,
        file=file,
        title=title,
        kind=kind,
        marking=marking,
        dated_on=dated_on,
        added_by=by,
    )
