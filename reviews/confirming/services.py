"""Confirming, disputing and answering what one person recorded for another."""

import datetime as dt
from typing import Any

from django.utils.translation import gettext_lazy as _

from common import clock
from common.deeds import Act, NotNow, Obstacle
from reviews.confirming import emails
from reviews.confirming.deeds import CONFIRM, DISPUTE, SETTLE, SETTLE_LEFT
from reviews.confirming.door import door
from reviews.door import deed
from reviews.models import Confirmation

ANSWERED = Obstacle("answered", _("This has been answered already."), is_impossible=True)
NOT_DISPUTED = Obstacle(
    "not_disputed", _("Nothing recorded here has been disputed."), is_impossible=True
)


def confirm(row: Confirmation, *, by: Any, on: dt.date) -> Confirmation:
    """The person for whom it was recorded says that it is so."""
    with door.deed(row, CONFIRM, by=by, on=on, act=about(row)) as fresh:
        if not fresh.is_waiting:
            raise NotNow([ANSWERED])
        fresh.confirmed_at, fresh.confirmed_by = clock.now(), by
        fresh.save(update_fields=["confirmed_at", "confirmed_by"])
    return fresh


def dispute(row: Confirmation, *, by: Any, on: dt.date, why: str) -> Confirmation:
    """They say that it is not so. The act stays until it is corrected; whoever recorded it is told
    and has to answer."""
    with door.deed(row, DISPUTE, by=by, on=on, act=about(row)) as fresh:
        if not fresh.is_waiting:
            raise NotNow([ANSWERED])
        fresh.disputed_at, fresh.disputed_by, fresh.disputed_why = clock.now(), by, why
        fresh.save(update_fields=["disputed_at", "disputed_by", "disputed_why"])
        emails.disputed(fresh)
    return fresh


def settle_for_leaver(row: Confirmation, *, by: Any, on: dt.date, how: str) -> Confirmation:
    """The successor says what the papers show. That is no confirmation, and is not told as one."""
    with door.deed(row, SETTLE_LEFT, by=by, on=on, act=about(row)) as fresh:
        if not fresh.is_left:
            raise NotNow([ANSWERED])
        _settled(fresh, by, how)
    return fresh


def _settled(row: Confirmation, by: Any, how: str) -> None:
    row.settled_at, row.settled_by, row.settled_how = clock.now(), by, how
    row.save(update_fields=["settled_at", "settled_by", "settled_how"])


def settle(row: Confirmation, *, by: Any, on: dt.date, how: str, **words: Any) -> Confirmation:
    """Say what was done about a dispute: corrected, undone, or agreed to stand. Where whoever
    decided has left and no successor may say it: what the papers show."""
    with deed(row.review, SETTLE, by=by, on=on, act=about(row), **words):
        rows = Confirmation.objects.select_for_update(of=("self",), no_key=True)
        fresh: Confirmation = rows.get(pk=row.pk)
        if not (fresh.is_disputed or fresh.is_left):
            raise NotNow([NOT_DISPUTED])
        _settled(fresh, by, how)
    return fresh


def about(row: Confirmation) -> Act:
    return Act(details={"deed": row.deed}).about(row)
