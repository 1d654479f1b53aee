"""What Welsh Government answered to each notice, as the room shows it."""

import datetime as dt
import hashlib
from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from common.deeds import WrongDate
from guidance.inspectorates import INSPECTORATES
from reviews.decision.notices import Matter
from reviews.models import Notice, Review

# When an acknowledgement is asked after. No limit of the guidance: nobody is late for it.
ASK_AFTER = dt.timedelta(weeks=4)


@dataclass(frozen=True)
class Passed:
    """One line of the table of inspectorates."""

    name: str
    answer: str
    reason: str


@dataclass(frozen=True)
class Told:
    """One notice with its answer; `first` are the records that it corrects. Of one that told of an
    undone move Welsh Government is to be told, unless another went out since."""

    notice: Notice
    label: str
    passed: list[Passed]
    first: list[Notice]
    is_put_right: bool = False


def told(review: Review) -> list[Told]:
    """The notices recorded as sent, those of undone moves with them. Two queries."""
    rows = list(review.notices.select_related("sender").prefetch_related("circulations"))
    return [
        Told(
            row,
            Matter(Notice.About(row.about), row.number).label,
            passed(row),
            list(before(row, rows)),
            any(each.key == row.key and each.is_current for each in rows),
        )
        for row in rows
        if row.is_current or row.undone_by_id
    ]


def before(row: Notice, rows: list[Notice]) -> Iterator[Notice]:
    """The earlier records of the same sending, newest first."""
    by_id = {each.pk: each for each in rows}
    while row.corrects_id is not None:
        row = by_id[row.corrects_id]
        yield row


def passed(notice: Notice | None) -> list[Passed]:
    """The inspectorates, with what is recorded of each."""
    said = {row.inspectorate: row for row in notice.circulations.all()} if notice else {}
    found = []
    for each in INSPECTORATES:
        row = said.get(each.code)
        answer = row.get_passed_on_display() if row and row.passed_on else ""
        found.append(Passed(_(each.label), str(answer), row.reason if row else ""))
    return found


def state_of(notice: Notice) -> str:
    """What is recorded of the answer so far, in one short word: a form remembers it, so that of two
    who write at once neither undoes what the other wrote."""
    days = [notice.received_on, notice.acknowledged_on, notice.circulated_on]
    rows = notice.circulations.order_by("inspectorate")
    said = [*days, *rows.values_list("inspectorate", "passed_on", "reason")]
    return hashlib.sha256(repr(said).encode()).hexdigest()[:32]


def is_unanswered(notice: Notice, on: dt.date) -> bool:
    """Whether it is worth asking after: sent a while ago, no acknowledgement recorded."""
    silent = notice.acknowledged_on is None and notice.received_on is None
    return notice.is_current and silent and on >= notice.sent_on + ASK_AFTER


def check_answers(sent_on: dt.date, answers: tuple[dt.date | None, ...]) -> None:
    """Raise WrongDate where an answer is dated before its notice."""
    if any(answer and answer < sent_on for answer in answers):
        raise WrongDate(
            _("Welsh Government cannot have answered before the notice was sent. Check both dates.")
        )
