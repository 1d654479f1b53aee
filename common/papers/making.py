"""Making the papers that wait. Only the worker imports this."""

import datetime as dt
import logging

from django.db import transaction
from django.db.models import F, Q
from django.db.models.functions import Now
from django.utils import translation

from common.files import keep
from common.models import PaperRequest, PaperState
from common.papers import makers
from common.pdf import Unavailable, render_pdf

log = logging.getLogger(__name__)

LEASE = dt.timedelta(minutes=5)
PAUSE = dt.timedelta(seconds=20)
TRIES = 3
AT_ONCE = 20
FREE = Q(claimed_until=None) | Q(claimed_until__lte=Now())
"""In nobody's hands, on the database's clock."""


def make_waiting() -> int:
    """Make what waits, one after another; the number made. A worker that dies loses its claim
    later, on the database's clock; what no worker survives is given up after a few tries."""
    give_up()
    made = 0
    for _ in range(AT_ONCE):
        row = claim()
        if row is None:
            break
        made += make(row)
    return made


@transaction.atomic
def claim() -> PaperRequest | None:
    """Take one paper that waits and is in nobody's hands."""
    row = (
        PaperRequest.objects.select_for_update(skip_locked=True, no_key=True)
        .filter(FREE, state=PaperState.WAITING, tries__lt=TRIES)
        .order_by("asked_at")
        .first()
    )
    if row is not None:
        mine = PaperRequest.objects.filter(pk=row.pk)
        mine.update(tries=F("tries") + 1, claimed_until=Now() + LEASE)
        row.refresh_from_db()
    return row


def give_up() -> int:
    """Say of those that no worker has finished in so many tries that they could not be made."""
    rows = PaperRequest.objects.filter(FREE, state=PaperState.WAITING, tries__gte=TRIES)
    return rows.update(state=PaperState.FAILED, claimed_until=None)


def make(row: PaperRequest) -> bool:
    """Make one claimed paper. A fault is tried again until the tries are used up."""
    try:
        paper = makers.find(row.kind)
        content = made_of(paper, row)
    except Unavailable:
        _settle(row, state=PaperState.FAILED, pdf_missing=True)
        return False
    except Exception as error:
        # The kind and the fault's name only: its text may hold a fact of the case.
        log.error("The paper %s could not be made: %s", row.kind, type(error).__name__)
        last = row.tries >= TRIES
        _settle(row, state=PaperState.FAILED if last else PaperState.WAITING)
        return False
    with transaction.atomic():
        return _settle(row, state=PaperState.MADE, file=keep(content, paper.content_type))


def made_of(paper: makers.Paper, row: PaperRequest) -> bytes:
    """The paper's content, in its own language whoever asked for it."""
    with translation.override(row.language):
        if paper.make is not None:
            return paper.make(row.subject, row.language)
        return render_pdf(paper.template, paper.context(row.subject), row.language)


def _settle(row: PaperRequest, **fields: object) -> bool:
    """Write the outcome, unless the lease ran out and somebody else has the paper now."""
    mine = PaperRequest.objects.filter(
        pk=row.pk, state=PaperState.WAITING, claimed_until=row.claimed_until
    )
    until = Now() + PAUSE if fields["state"] == PaperState.WAITING else None
    return bool(mine.update(claimed_until=until, **fields))
