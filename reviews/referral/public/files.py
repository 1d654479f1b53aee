"""Files that are added on the public page: kept with what is being written, taken out again, and
papers of the case once it is one. Whoever sent them sees that they are there and opens none."""

from collections.abc import Iterable, Sequence
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.db.models import QuerySet, Sum
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from common import clock
from common.files import keep_upload
from common.uploads.checking import EML, KINDS, MSG
from common.uploads.field import Upload
from reviews.documents.writing import put
from reviews.models import DocumentKind, Marking, PublicFile, PublicReferral, Review
from reviews.referral.public.locking import locked

MOST = 10
TOO_MANY = _("You can add up to ten files. Remove one, or combine two into one.")
TOO_MUCH = _("The files are too large together. Remove one, or ask the board how to send it.")
MAILS = (EML.content_type, MSG.content_type)


class NoRoom(Exception):
    """The referral takes no more files."""

    def __init__(self, sentence: Promise | str) -> None:
        super().__init__(str(sentence))
        self.sentence = sentence


@transaction.atomic
def add_file(row: PublicReferral, *, upload: Upload, title: str = "") -> PublicFile:
    """Keep a checked file with what is being written. Raises NoRoom, SentAlready."""
    fresh = locked(row)
    kept = kept_files(fresh)
    if kept.count() >= MOST:
        raise NoRoom(TOO_MANY)
    there = kept.aggregate(size=Sum("file__size"))["size"] or 0
    if there + (upload.file.size or 0) > 2 * settings.UPLOAD_MAX_BYTES:
        raise NoRoom(TOO_MUCH)
    return PublicFile.objects.create(referral=fresh, file=keep_upload(upload), title=title)


@transaction.atomic
def remove_file(row: PublicReferral, uuid: UUID) -> None:
    """Take one out. Where it is gone already there is nothing to do. Raises SentAlready.

    One that the board has read stays the board's until the referral is sent again without it.
    """
    fresh = locked(row)
    found = kept_files(fresh).filter(uuid=uuid)
    if fresh.sent_at is not None:
        found.filter(added_at__lte=fresh.sent_at).update(removed_at=clock.now())
    drop(found)


def kept_files(row: PublicReferral) -> QuerySet[PublicFile]:
    """The files as its writer has them."""
    return row.files.filter(removed_at=None).select_related("file")


def sent_files(row: PublicReferral) -> QuerySet[PublicFile]:
    """The files as the board has them: those that were there when it was sent."""
    return row.files.filter(added_at__lte=row.sent_at).select_related("file")


def drop(rows: Iterable[PublicFile]) -> None:
    """Delete the rows; the bytes are then without one, and swept."""
    for each in rows:
        each.delete()
        each.file.delete()


def extension_of(each: PublicFile) -> str:
    found = {kind.content_type: kind.extension for kind in KINDS}
    return found.get(each.file.content_type, "bin")


def become_papers(row: PublicReferral, review: Review, *, titles: Sequence[str], by: Any) -> None:
    """Each file becomes a paper of the case, open to those who may read names, until somebody
    classifies it otherwise. The deed around this has locked the review."""
    for number, each in enumerate(sent_files(row)):
        given = titles[number].strip() if number < len(titles) else ""
        put(
            review,
            each.file,
            title=given or str(_("From the referral: file %(number)s") % {"number": number + 1}),
            kind=DocumentKind.EMAIL if each.file.content_type in MAILS else DocumentKind.OTHER,
            marking=Marking.NAMES,
            by=by,
        )
