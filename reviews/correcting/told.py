"""What Welsh Government had been told of a move that is undone: it stays, marked as what it is."""

from django.db.models import QuerySet

from deadlines import services as deadlines
from reviews.decision.notices import TOLD
from reviews.models import Correction, Notice, Review

About = Notice.About
TELLS_OF: dict[str, tuple[About, ...]] = {
    "recommend": (About.RECOMMENDATION,),
    "commission": (About.OUTCOME, About.KIND),
    "put_to_board": (About.OUTCOME,),
    "end_without_review": (About.OUTCOME,),
    "hold_forum": (About.OUTCOME,),
    "let_another_lead": (About.OUTCOME,),
}


def told_of(review: Review, move: str) -> QuerySet[Notice]:
    """The notices that went to Welsh Government of what this move had written."""
    return review.notices.filter(about__in=TELLS_OF.get(move, ()), is_current=True)


def goes_back(review: Review, move: str, correction: Correction) -> None:
    """A notice cannot be called back. It is no longer current, so that what is done anew has a
    notice of its own; its day no longer counts."""
    for notice in told_of(review, move):
        if notice.about in TOLD:
            deadlines.unreach(review.timetable, TOLD[About(notice.about)])
        notice.undone_by, notice.is_current = correction, False
        notice.save(update_fields=["undone_by", "is_current"])
