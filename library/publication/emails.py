"""Mail of publication: each hand-over tells whoever acts next."""

import datetime as dt
from collections.abc import Collection

from reviews.models import Review
from reviews.permissions import May
from reviews.post import holders, tell


def text_ready(review: Review, on: dt.date, *, but: Collection[int]) -> None:
    """Those who may check it for disclosure are told; its authors are not."""
    checkers = [row for row in holders(review, May.CHECK_DISCLOSURE) if row.pk not in but]
    tell(review, "library.text_ready", checkers, on=on)


def received(review: Review, on: dt.date) -> None:
    """Whoever publishes is told: from now the first day of publication is known."""
    tell(review, "library.received", holders(review, May.PUBLISH), on=on)


def published(review: Review, on: dt.date) -> None:
    """Whoever closes the review is told."""
    tell(review, "library.published", holders(review, May.CLOSE), on=on)


def decided_not_to_publish(review: Review, on: dt.date) -> None:
    """Whoever prepared the publication is told."""
    tell(review, "library.decided_not_to_publish", holders(review, May.PUBLISH), on=on)
