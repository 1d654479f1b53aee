"""Mail about what was put right."""

from boards.models import Person
from common import clock
from reviews.models import Correction, Review, StageChange
from reviews.post import tell


def undone(review: Review, change: StageChange, correction: Correction) -> None:
    """Whoever had decided or recorded the move is told that it was undone."""
    told = change.decided_by or Person.objects.filter(user=change.recorded_by_id).first()
    if told and told.user_id != correction.recorded_by_id:
        on = correction.recorded_at.astimezone(clock.WALES).date()
        tell(review, "reviews.undone", [told], on=on, about=str(correction.act))
