"""The papers of a case: added, replaced, classified anew, withdrawn. Nothing is deleted."""

import datetime as dt
from typing import Any

from django.utils.translation import gettext_lazy as _

from common.deeds import Act, Overtaken, Refused
from common.files import keep_upload
from common.uploads.field import Upload
from reviews.documents.deeds import CLASSIFY, KEEP, REPLACE, WITHDRAW
from reviews.documents.reading import documents_of, markings_of
from reviews.documents.writing import keep_uploaded, put
from reviews.door import deed
from reviews.models import Document, Review

MARKING_NOT_YOURS = _(
    "You cannot open papers with this classification. Somebody else must do this."
)


def add_document(
    review: Review,
    *,
    by: Any,
    on: dt.date,
    upload: Upload,
    title: str,
    kind: str,
    marking: str,
    dated_on: dt.date | None = None,
    **words: Any,
) -> Document:
    """Add a paper to the case."""
    act = Act()
    with deed(review, KEEP, by=by, on=on, act=act, **words) as fresh:
        _check_marking(fresh, by, marking)
        document = keep_uploaded(
            fresh,
            upload=upload,
            title=title,
            kind=kind,
            marking=marking,
            dated_on=dated_on,
            by=by,
        )
        act.about(document, number=document.number)
    return document


def replace_document(
    review: Review,
    *,
    by: Any,
    on: dt.date,
    document: Document,
    upload: Upload,
    title: str,
    dated_on: dt.date | None = None,
    **words: Any,
) -> Document:
    """Add a new version of a paper; the one before is kept and can still be read."""
    act = Act()
    with deed(review, REPLACE, by=by, on=on, act=act, **words) as fresh:
        standing = _standing(fresh, by, document)
        newer = put(
            fresh,
            keep_upload(upload),
            title=title,
            kind=standing.kind,
            marking=standing.marking,
            dated_on=dated_on,
            by=by,
            replaces=standing,
        )
        act.about(newer, number=newer.number, version=newer.version)
    return newer


def classify_document(
    review: Review, *, by: Any, on: dt.date, document: Document, marking: str, **words: Any
) -> Document:
    """Classify a paper anew: every version follows, and who may read it changes at once."""
    act = Act()
    with deed(review, CLASSIFY, by=by, on=on, act=act, **words) as fresh:
        standing = _standing(fresh, by, document)
        _check_marking(fresh, by, marking)
        Document.objects.filter(review=fresh, number=standing.number).update(marking=marking)
        act.about(standing, number=standing.number)
        standing.marking = marking
    return standing


def withdraw_document(
    review: Review, *, by: Any, on: dt.date, document: Document, why: str, **words: Any
) -> Document:
    """Withdraw a paper with all its versions, for a reason. The rows and the bytes stay."""
    act = Act()
    with deed(review, WITHDRAW, by=by, on=on, act=act, **words) as fresh:
        standing = _standing(fresh, by, document)
        Document.objects.filter(review=fresh, number=standing.number).update(
            withdrawn_why=why, withdrawn_on=on, withdrawn_by=by
        )
        act.about(standing, number=standing.number)
    return Document.objects.get(pk=standing.pk)


def _standing(review: Review, by: Any, document: Document) -> Document:
    """The newest version, asked under the lock: somebody may have been quicker."""
    standing = (
        documents_of(by, review).filter(pk=document.pk, replaced_by=None, withdrawn_on=None).first()
    )
    if standing is None:
        raise Overtaken(review)
    return standing


def _check_marking(review: Review, by: Any, marking: str) -> None:
    """Nobody classifies a paper out of their own sight, or gives it a class they do not hold."""
    if marking not in markings_of(by, review):
        raise Refused(MARKING_NOT_YOURS)
