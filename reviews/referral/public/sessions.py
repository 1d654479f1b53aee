"""Which referrals a browser has open: the key of each stays in its session until it is closed."""

from uuid import UUID

from django.http import HttpRequest

from reviews.models import PublicReferral
from reviews.referral.public import services

KEYS, CLOSED = "refer_keys", "refer_closed"  # names in the session, no secrets
AT_MOST = 20  # referrals that one browser has open or has closed


def keep_in_session(request: HttpRequest, slot: str, uuid: UUID, value: str) -> None:
    """Keep a value for one referral; the oldest go where there are too many."""
    kept = {**request.session.get(slot, {})}
    kept.pop(str(uuid), None)
    kept[str(uuid)] = value
    request.session[slot] = dict(list(kept.items())[-AT_MOST:])


def close(request: HttpRequest, row: PublicReferral) -> None:
    """The next person at a shared computer finds nothing: the link in the mail opens it."""
    keys = {**request.session.get(KEYS, {})}
    keys.pop(str(row.uuid), None)
    request.session[KEYS] = keys
    keep_in_session(request, CLOSED, row.uuid, row.receipt)


def opened(request: HttpRequest, uuid: UUID) -> PublicReferral:
    """The referral whose link this browser has opened and not closed. Raises NotOpen."""
    row = services.find(request.session.get(KEYS, {}).get(str(uuid), ""))
    if row.uuid != uuid:
        raise services.NotOpen
    return row


def closed(request: HttpRequest, uuid: UUID) -> PublicReferral | None:
    """A referral that this browser has saved or sent, and has closed since. Its state may be told,
    and nothing that was written in it."""
    if str(uuid) not in request.session.get(CLOSED, {}):
        return None
    return services.known_by(uuid)
