"""Mail of a change of type."""

import datetime as dt

from reviews.models import Review
from reviews.permissions import May
from reviews.post import holders, tell


def kind_changed(review: Review, on: dt.date) -> None:
    """Everybody whose work it changes: sub-group, panel chair, reviewers, co-ordinator."""
    rights = (May.RECOMMEND, May.RUN_PANEL, May.WRITE_REPORT, May.RECORD_FOR_OTHERS)
    people = {person.pk: person for right in rights for person in holders(review, right)}
    tell(review, "reviews.kind_changed", people.values(), on=on)
