"""Asking for a paper."""

from collections.abc import Mapping

from django.db import transaction

from common.models import PaperRequest, PaperState
from common.papers import makers
from common.waking import Bell

# By the task's name: its module needs the PDF library, which only the worker loads.
bell = Bell("common.papers.tasks.sweep")


@transaction.atomic
def ask(kind: str, *, subject: Mapping[str, int], language: str, by: int) -> PaperRequest:
    """Ask for a paper; the worker makes it after the commit. The same one still waiting is given
    back. KeyError for a kind that no room registered."""
    wanted = {
        "kind": makers.find(kind).kind,
        "subject": dict(subject),
        "language": language,
        "asked_by_id": by,
    }
    waiting = PaperRequest.objects.filter(**wanted, state=PaperState.WAITING).first()
    row = waiting or PaperRequest.objects.create(**wanted)
    bell.ring_after_commit()
    return row


@transaction.atomic
def ask_again(row: PaperRequest) -> PaperRequest:
    """Ask again for a paper that could not be made, or that is taking too long. A worker that is
    still making the old one keeps nothing of it."""
    PaperRequest.objects.filter(pk=row.pk, state=PaperState.WAITING).update(
        state=PaperState.FAILED, claimed_until=None
    )
    return ask(row.kind, subject=row.subject, language=row.language, by=row.asked_by_id)
