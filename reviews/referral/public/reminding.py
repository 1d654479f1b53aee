"""Reminding whoever wrote a referral on the public page that the board does not have it: it was
saved and not sent, or the board has asked for more."""

import datetime as dt

from django.db import transaction
from django.db.models import Q

from boards.models.invitation import hash_of, new_token
from common import clock
from common.clock import WALES
from reviews.models import PublicReferral, PublicState
from reviews.referral.public import emails
from reviews.referral.public.answers import Wanted
from reviews.referral.public.locking import OPEN
from reviews.referral.public.services import LIFETIME

# Days without a sign of the writer before each reminder. One that was never sent is forgotten after
# fourteen days; one that the board waits for stays open, and each reminder gives it a new link.
WAITS = {PublicState.STARTED.value: (7, 5), PublicState.RETURNED.value: (7, 7, 7)}


def remind_writers() -> int:
    """Send the reminders that are due. Returns their number."""
    opened = Q(version__gt=0) | Q(state=PublicState.RETURNED)
    rows = PublicReferral.objects.filter(opened, state__in=OPEN)
    return sum(remind(row.pk) for row in rows.only("pk"))


@transaction.atomic
def remind(pk: int) -> bool:
    """Remind the writer of one, if it is due now. The older link opens nothing from then on."""
    row = PublicReferral.objects.select_for_update(of=("self",)).select_related("board").get(pk=pk)
    now = clock.now()
    if not is_due(row, clock.today()) or (
        row.state == PublicState.STARTED and row.expires_at <= now
    ):
        return False
    token = new_token()
    row.token_hash = hash_of(token)
    row.reminders += 1
    row.reminded_at = now
    if row.state == PublicState.RETURNED:
        row.expires_at = now + LIFETIME
    row.save(update_fields=["token_hash", "reminders", "reminded_at", "expires_at"])
    wanted = [Wanted(each).label for each in row.wanted if each in Wanted.values]
    emails.remind(row, token, wanted)
    return True


def is_due(row: PublicReferral, today: dt.date) -> bool:
    waits = WAITS.get(row.state, ())
    if row.reminders >= len(waits):
        return False
    return (today - last_sign(row)).days >= waits[row.reminders]


def last_sign(row: PublicReferral) -> dt.date:
    """The last day on which the writer saved it, the board asked, or a reminder was sent."""
    days = [row.saved_at.astimezone(WALES).date()]
    if row.reminders and row.reminded_at is not None:
        days.append(row.reminded_at.astimezone(WALES).date())
    if row.state == PublicState.RETURNED and row.settled_on is not None:
        days.append(row.settled_on)
    return max(days)
