"""Mail of the public page: links and receipts. No name and no fact of what was referred."""

import datetime as dt
from collections.abc import Iterable

from django.urls import reverse
from django.utils.functional import Promise

from boards.models import Holding, Office, Person
from common import clock
from common.clock import WALES
from common.outbox.post import post
from reviews.models import PublicReferral, PublicState, Refusal


def link(row: PublicReferral, token: str) -> None:
    """The way back to what is being written, to its writer alone."""
    _open(row, token, "refer_link")


def more_wanted(row: PublicReferral, token: str, wanted: Iterable[str | Promise]) -> None:
    """Which answers are missing, by their questions."""
    _open(row, token, "refer_returned", wanted=list(wanted))


def remind(row: PublicReferral, token: str, wanted: Iterable[str | Promise]) -> None:
    """It was saved and not sent, or the board waits for answers; with a new link."""
    is_returned = row.state == PublicState.RETURNED
    message = "refer_still_asked" if is_returned else "refer_not_sent"
    _open(row, token, message, wanted=list(wanted))


def _open(row: PublicReferral, token: str, message: str, **words: object) -> None:
    post(
        kind=f"reviews.{message}",
        to=row.email,
        template=f"reviews/emails/{message}",
        context={
            "link": reverse("refer:open", args=[token]),
            "receipt": row.receipt,
            "board": row.board,
            "expires_on": runs_out_on(row),
            **words,
        },
        key=f"reviews.{message}:{row.pk}:{row.token_hash[:16]}",
        language=row.language,
        is_private=True,
        board=row.board_id,
        asked_for=True,
    )


def runs_out_on(row: PublicReferral) -> dt.date:
    """The last day of its link."""
    return row.expires_at.astimezone(WALES).date()


def received(row: PublicReferral) -> None:
    """The receipt."""
    _tell(row, "refer_received", expires_on=runs_out_on(row))


def accepted(row: PublicReferral, reference: str) -> None:
    """It is a case now; its reference is what to quote."""
    _tell(row, "refer_accepted", reference=reference)


def set_aside(row: PublicReferral, token: str) -> None:
    """The board does not take it as a referral for a review. The kind of reason stands in the mail,
    its words behind the link."""
    _open(row, token, "refer_set_aside", reason=Refusal(row.refusal).label)


def _tell(row: PublicReferral, message: str, **words: object) -> None:
    sent = row.sent_at.isoformat() if row.sent_at else ""
    post(
        kind=f"reviews.{message}",
        to=row.email,
        template=f"reviews/emails/{message}",
        context={"receipt": row.receipt, "board": row.board, **words},
        key=f"reviews.{message}:{row.pk}:{sent}",
        language=row.language,
        case=row.review_id,
        board=row.board_id,
    )


def waiting(row: PublicReferral) -> None:
    """The board's co-ordinators are told that a referral waits for them."""
    held = Holding.objects.current(clock.today()).filter(
        board=row.board_id, office=Office.COORDINATOR
    )
    for person in Person.objects.filter(pk__in=held.values("person")):
        post(
            kind="reviews.refer_waiting",
            to=person,
            template="reviews/emails/refer_waiting",
            context={"receipt": row.receipt, "link": reverse("reviews:incoming")},
            key=f"reviews.refer_waiting:{row.pk}:{row.saved_at.isoformat()}:{person.pk}",
            board=row.board_id,
        )
