"""Which papers a person may read."""

from typing import Any

from django.db.models import QuerySet

from common.uploads.checking import KINDS
from reviews.models import Document, Marking, Review
from reviews.permissions import May

NEEDS: dict[str, May] = {
    Marking.OFFICIAL_SENSITIVE: May.VIEW,
    Marking.LEGAL: May.LEGAL_ADVICE,
    Marking.NAMES: May.VIEW_NAMES,
}


def markings_of(user: Any, review: Review) -> list[str]:
    """The classes of papers that are open to somebody; to nobody in particular, none."""
    if user is None:
        return []
    return [marking for marking, right in NEEDS.items() if user.has_perm(right, review)]


def documents_of(user: Any, review: Review) -> QuerySet[Document]:
    """The papers of a case that are open to somebody. Of the others they see not even the title:
    a paper is read as its newest version is classified."""
    allowed = markings_of(user, review)
    closed = (
        Document.objects.filter(review=review, replaced_by=None)
        .exclude(marking__in=allowed)
        .values("number")
    )
    return (
        Document.objects.filter(review=review, marking__in=allowed)
        .exclude(number__in=closed)
        .select_related("file", "added_by__person", "withdrawn_by__person", "replaced_by")
    )


def open_papers(user: Any, review: Review) -> set[int]:
    """The papers whose titles may be shown to somebody, by their keys."""
    return set(documents_of(user, review).values_list("pk", flat=True))


def file_name(document: Document) -> str:
    """Reference and number: a file that is left lying about tells nothing."""
    extensions = {kind.content_type: kind.extension for kind in KINDS}
    extension = extensions.get(document.file.content_type, "bin")
    return f"{document.review.slug}-{document.number}-v{document.version}.{extension}"
