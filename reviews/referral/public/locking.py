"""A referral that is still being written, held against another window of the same writer."""

from reviews.models import PublicReferral, PublicState

OPEN = (PublicState.STARTED, PublicState.RETURNED)  # to its writer
WAITING = (PublicState.SENT, PublicState.RETURNED)  # for the board, which may always act


class SentAlready(Exception):
    """It was sent already, perhaps from another window."""


class ChangedMeanwhile(Exception):
    """It was saved from another device since the page was opened; `row` is as it is now."""

    def __init__(self, row: PublicReferral) -> None:
        super().__init__("changed meanwhile")
        self.row = row


def locked(row: PublicReferral) -> PublicReferral:
    """The fresh row. Raises SentAlready."""
    fresh: PublicReferral = PublicReferral.objects.select_for_update(of=("self",)).get(pk=row.pk)
    if fresh.state not in OPEN:
        raise SentAlready
    return fresh
