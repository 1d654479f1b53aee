"""Which notices Welsh Government is due: one of every recommendation, one of every outcome."""

from reviews.models import Notice, Review


def notices_due(review: Review) -> list[Notice.About]:
    """The notices whose matter is there and that are not recorded as sent yet (§5.7)."""
    sent = {notice.about for notice in review.notices.all()}
    due = []
    if hasattr(review, "recommendation"):
        due.append(Notice.About.RECOMMENDATION)
    if any(decision.course for decision in review.decisions.all()):
        due.append(Notice.About.OUTCOME)
    return [about for about in due if about not in sent]
