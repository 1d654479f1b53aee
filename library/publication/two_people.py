"""Checking for disclosure, recording a shorter notice, and publishing want two people: one alone
could let out who a child is, and nobody else would have looked."""

import datetime as dt
from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext_lazy as _

from common.deeds import Deed, Obstacle, person_of
from library.publication.deeds import PUBLISH
from library.publication.models import Language, Submission
from library.publication.progress import Progress
from reviews.models import Confirmation, Review

OWN_CHECK = {
    Language.ENGLISH: _(
        "You made the disclosure check of the English text. Somebody else must check it, or record"
        " the publication."
    ),
    Language.WELSH: _(
        "You made the disclosure check of the Welsh text. Somebody else must check it, or record"
        " the publication."
    ),
}


OWN_AGREEMENT = _(
    "You recorded that Welsh Government agreed to shorter notice. Somebody else must record the"
    " publication."
)


def alone(review: Review, kind: Deed, on: dt.date, by: Any) -> Iterator[Obstacle]:
    """What this person did alone of that on which the publication rests."""
    if kind != PUBLISH or by is None:
        return
    progress = Progress(review)
    person = person_of(by)
    for code, check in progress.clear_checks(on).items():
        if check.checked_by_id == person:
            yield Obstacle(f"own_check_{code}", OWN_CHECK[Language(code)])
    sent, ends = progress.submission, progress.notice_ends_on
    is_early = sent is not None and ends is not None and on < ends and progress.is_earlier_agreed
    if sent and is_early and sent.agreed_recorded_by_id == by.pk and not is_anothers(sent):
        yield Obstacle("own_agreement", OWN_AGREEMENT)


def is_anothers(sent: Submission) -> bool:
    """Whether somebody else confirmed that Welsh Government agreed to a shorter notice."""
    rows = Confirmation.objects.filter(act=sent.agreed_act) if sent.agreed_act else None
    return rows is not None and rows.exclude(confirmed_at=None).exists()
