"""A referral that is still being written, held against another window of the same writer."""

from reviews.models import PublicReferral, PublicState

OPEN = (PublicState.STARTED, PublicState.RETURNED)


class SentAlready(Exception):
    """It was sent already, perhaps from another window."""


def locked(row: PublicReferral) -> PublicReferral:
    """The fresh row. Raises SentAlready."""
    fresh: PublicReferral = PublicReferral.objects.select_for_update(of=("self",)).get(pk=row.pk)
    if fresh.state not in OPEN:
        raise SentAlready
    return fresh
