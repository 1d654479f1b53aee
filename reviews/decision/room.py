"""What the notices to Welsh Government add to the room of the decision: what is due, and to whom it
falls."""

import datetime as dt
from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from common.deeds import Deed, Obstacle
from reviews import deeds
from reviews.decision.answers import is_unanswered
from reviews.decision.deeds import CORRECT_NOTICE, RECORD_ANSWER
from reviews.decision.notices import lacking, notices_due
from reviews.journey import Stage
from reviews.models import Notice, Review
from reviews.permissions import May
from reviews.rooms import Turn

NOTICE_DUE = {
    Notice.About.RECOMMENDATION: _("Welsh Government was not told of the recommendation."),
    Notice.About.OUTCOME: _("Welsh Government was not told of the outcome."),
    Notice.About.KIND: _("Welsh Government was not told of the change of type."),
}
NOTICE_TURNS = {
    Notice.About.RECOMMENDATION: _("Tell Welsh Government of the recommendation"),
    Notice.About.OUTCOME: _("Tell Welsh Government of the outcome"),
    Notice.About.KIND: _("Tell Welsh Government of the change of type"),
}
AIMED_AT = {
    Notice.About.RECOMMENDATION: "target.wg_told_of_recommendation",
    Notice.About.OUTCOME: "target.wg_told_of_outcome",
}
UNANSWERED = {
    Notice.About.RECOMMENDATION: _("No acknowledgement recorded: notice of the recommendation"),
    Notice.About.OUTCOME: _("No acknowledgement recorded: notice of the outcome"),
    Notice.About.KIND: _("No acknowledgement recorded: notice of the change of type"),
}


def notice_obstacles(review: Review, kind: Deed) -> Iterator[Obstacle]:
    """What stands in the way of telling Welsh Government, and what closing still lacks of it."""
    if kind is deeds.CLOSE:
        yield from untold(review)
    if kind is deeds.SEND_NOTICE:
        yield from lacking(review)
        if not notices_due(review):
            yield Obstacle(
                "nothing_to_do",
                _(
                    "No notice is due. Each one has been recorded as sent, or there is"
                    " nothing to report yet."
                ),
                is_impossible=True,
            )
    if (
        kind in (RECORD_ANSWER, CORRECT_NOTICE)
        and not review.notices.filter(is_current=True).exists()
    ):
        yield Obstacle("nothing_to_do", _("No notice is recorded as sent."), is_impossible=True)


def untold(review: Review) -> Iterator[Obstacle]:
    """Welsh Government is told of every recommendation and of every outcome (§5.7, §5.8)."""
    for matter in notices_due(review):
        yield Obstacle(
            f"notice_due_{matter.about}",
            NOTICE_DUE[matter.about],
            reverse("reviews:send_notice", args=[review.slug]),
            belongs_to=Stage.DECISION,
        )


def notice_turns(review: Review, on: dt.date) -> Iterator[Turn]:
    """The notices that are due, and those that nobody has acknowledged. Asks no query where the
    review came with its notices, decisions and changes of type."""
    changed_on = {change.number: change.changed_on for change in review.kind_changes.all()}
    for matter in notices_due(review):
        yield Turn(
            review,
            NOTICE_TURNS[matter.about],
            reverse("reviews:send_notice", args=[review.slug]),
            May.TELL_GOVERNMENT,
            changed_on.get(matter.number, review.stage_since),  # only changes have a number
            kind=deeds.SEND_NOTICE,
            rank=50,
            limit=AIMED_AT.get(matter.about, ""),
        )
    silent = [notice for notice in review.notices.all() if is_unanswered(notice, on)]
    if silent:  # one line a case, and only for the co-ordinator: it is a question, not a limit
        yield Turn(
            review,
            UNANSWERED[Notice.About(silent[0].about)],
            f"{reverse('reviews:record_answer', args=[review.slug])}?notice={silent[0].key}",
            May.RECORD_FOR_OTHERS,
            silent[0].sent_on,
            kind=RECORD_ANSWER,
            rank=80,
        )
