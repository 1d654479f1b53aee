"""A referral on the public page: begun, kept, sent. Whoever does it has no account; the link in
their mail is their key. Of it only the hash is stored, and it runs out."""

import datetime as dt
import hmac
import json
from typing import Any
from uuid import UUID

from django.db import transaction

from audit import ledger
from boards.models import Board
from boards.models.invitation import hash_of, new_token
from common import clock
from reviews.models import PublicFile, PublicReferral, PublicState
from reviews.referral.public import emails
from reviews.referral.public.files import drop
from reviews.referral.public.locking import ChangedMeanwhile, locked
from reviews.referral.public.name_index import keep_public_keys
from reviews.verbs import PUBLIC_REFERRAL_SENT

LIFETIME = dt.timedelta(days=14)


class NotOpen(Exception):
    """The link opens nothing: unknown or run out. Nobody is told which."""


@transaction.atomic
def start(board: Board, *, email: str, language: str) -> PublicReferral:
    """Begin a referral, and send its link to the address given. Nothing of a case is asked before
    the link was opened: so nobody writes in another's name."""
    now, token = clock.now(), new_token()
    row: PublicReferral = PublicReferral.objects.create(
        board=board,
        email=email,
        language=language,
        token_hash=hash_of(token),
        expires_at=now + LIFETIME,
        started_at=now,
        saved_at=now,
    )
    emails.link(row, token)
    return row


def find(token: str) -> PublicReferral:
    """What the link opens. Raises NotOpen."""
    wanted = hash_of(token)
    row: PublicReferral | None = (
        PublicReferral.objects.filter(token_hash=wanted, expires_at__gt=clock.now())
        .select_related("board", "review__board")
        .first()
    )
    if row is None or not hmac.compare_digest(row.token_hash, wanted):
        raise NotOpen
    return row


def known_by(uuid: UUID) -> PublicReferral | None:
    """A referral by what stands in the address of its pages: to tell its state, and no more."""
    found: PublicReferral | None = (
        PublicReferral.objects.select_related("board").filter(uuid=uuid).first()
    )
    return found


def answers_of(row: PublicReferral) -> dict[str, Any]:
    """What was typed, by the name of its question."""
    found: dict[str, Any] = json.loads(row.answers or "{}")
    return found


def sent_answers_of(row: PublicReferral) -> dict[str, Any]:
    """What was sent, by the name of its question. What its writer has saved since, and not sent
    again, is not the board's."""
    found: dict[str, Any] = json.loads(row.sent_answers or "{}")
    return found


@transaction.atomic
def save(row: PublicReferral, answers: dict[str, Any], *, opened_at: int) -> PublicReferral:
    """Keep what is typed, right or wrong, for another day, as the next version.

    `opened_at` is the version that the page showed. Raises SentAlready; or ChangedMeanwhile where
    another device has saved since, unless it saved the same.
    """
    fresh = locked(row)
    if opened_at != fresh.version and answers != answers_of(fresh):
        raise ChangedMeanwhile(fresh)
    fresh.answers = json.dumps(answers)
    fresh.version += 1
    fresh.saved_at = clock.now()
    fresh.expires_at = fresh.saved_at + LIFETIME
    fresh.reminders = 0
    fresh.save(update_fields=["answers", "version", "saved_at", "expires_at", "reminders"])
    return fresh


@transaction.atomic
def send(row: PublicReferral, answers: dict[str, Any]) -> PublicReferral:
    """Send it to the board, with a receipt for whoever sent it. Raises SentAlready."""
    fresh = locked(row)
    drop(fresh.files.exclude(removed_at=None))
    fresh.answers = fresh.sent_answers = json.dumps(answers)
    fresh.state = PublicState.SENT
    fresh.saved_at = fresh.sent_at = clock.now()
    fresh.expires_at = fresh.saved_at + LIFETIME
    fresh.wanted = []
    fresh.forget_refusal()
    fresh.acts += 1
    fresh.reminders = 0
    fresh.save()
    keep_public_keys(fresh, answers)
    ledger.record(
        PUBLIC_REFERRAL_SENT,
        by=None,
        board=fresh.board_id,
        on=clock.today(),
        target=fresh._meta.label_lower,
        target_id=fresh.pk,
    )
    emails.received(fresh)
    emails.waiting(fresh)
    return fresh


@transaction.atomic
def forget_the_unsent() -> int:
    """Delete what was begun and never sent, once its link opens nothing any more."""
    gone = PublicReferral.objects.filter(state=PublicState.STARTED, expires_at__lte=clock.now())
    drop(PublicFile.objects.filter(referral__in=gone))
    return int(gone.delete()[1].get(PublicReferral._meta.label, 0))
