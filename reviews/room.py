"""What the spine says of its reviews: its rooms of the case, and the first stages' turns."""

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from common.deeds import Deed, Obstacle
from reviews import deeds, regime
from reviews.decision.deeds import CORRECT_NOTICE, RECORD_ANSWER
from reviews.decision.room import notice_obstacles, notice_turns
from reviews.documents import room as papers
from reviews.journey import COMMISSIONED, Stage
from reviews.kind.deeds import CHANGE_KIND
from reviews.meetings import room as meetings
from reviews.models import Review, Voice
from reviews.people.deeds import REPLACE
from reviews.proceedings import room as proceedings
from reviews.rooms import Part, Room, State, Turn, register


def obstacles(review: Review, kind: Deed, on: dt.date) -> Iterator[Obstacle]:
    """What the spine itself asks for at the gates."""
    if kind is deeds.COMMISSION:
        yield from commissioning(review, on)
    if kind in FINAL_ANSWERS and is_undiscussed(review):
        yield Obstacle(
            "not_discussed",
            _("The Board's discussion has not been recorded yet."),
            reverse("reviews:record_discussion", args=[review.slug]),
            is_impossible=True,
        )
    nothing = NOTHING_TO_DO.get(kind.code)
    if nothing and nothing[0](review):
        yield Obstacle("nothing_to_do", nothing[1], is_impossible=True)
    if kind.code == "reports.accepted":
        yield from voices(review)
    yield from notice_obstacles(review, kind)


FINAL_ANSWERS = (
    deeds.COMMISSION,
    deeds.DECIDE_NO_REVIEW,
    deeds.DECIDE_FORUM,
    deeds.DECIDE_ANOTHER_LEADS,
)


def is_undiscussed(review: Review) -> bool:
    return review.stage == Stage.BOARD_DISCUSSION and not hasattr(review, "board_discussion")


NOTHING_TO_DO: dict[str, tuple[Callable[[Review], bool], Any]] = {
    deeds.RECORD_VOICE.code: (
        lambda review: not review.subjects.exists(),
        _("No child is recorded yet."),
    ),
    deeds.RECORD_DISCUSSION.code: (
        lambda review: hasattr(review, "board_discussion"),
        _("The Board's discussion is recorded already."),
    ),
    deeds.END_APPOINTMENT.code: (
        lambda review: not review.appointments.filter(until_on=None).exists(),
        _("Nobody is appointed."),
    ),
    REPLACE.code: (
        lambda review: not review.appointments.filter(until_on=None).exists(),
        _("Nobody is appointed."),
    ),
    deeds.TELL_OF_END.code: (
        lambda review: not hasattr(review, "ending"),
        _("The review ended before this system, so its end is recorded elsewhere."),
    ),
    deeds.LIFT_INTEREST.code: (
        lambda review: not review.interests.standing().exists(),
        _("No interest is declared."),
    ),
}


def commissioning(review: Review, on: dt.date) -> Iterator[Obstacle]:
    if not review.subjects.exists():
        yield Obstacle(
            "no_child",
            _("No child has been recorded yet. A review must be about at least one child."),
            reverse("reviews:add_child", args=[review.slug]),
        )
    yield from regime.superseded(review, on)


def voices(review: Review) -> Iterator[Obstacle]:
    """Each child's voice is answered before the Board accepts the report."""
    for child in review.subjects.filter(voice=Voice.NOT_YET):
        yield Obstacle(
            "voice_not_answered",
            _("There is no record of whether each child was spoken to, or why not."),
            reverse("reviews:record_voice", args=[child.review.slug]),
        )
        return


MAIN_TURN: dict[str, tuple[Deed, Any]] = {
    Stage.REFERRAL: (deeds.FORWARD, _("Forward the referral to the sub-group")),
    Stage.DECISION: (deeds.DECIDE_NO_REVIEW, _("Decide on the recommendation")),
    Stage.BOARD_DISCUSSION: (deeds.RECORD_DISCUSSION, _("Record the Board's discussion")),
}
AIMED_AT = {Stage.DECISION: "target.chair_decides"}
FINAL_ANSWER = (deeds.DECIDE_NO_REVIEW, _("Give the final answer"))


def turns(reviews: Sequence[Review], user: Any, on: dt.date) -> Iterator[Turn]:
    """Whose turn it is before a review is commissioned, and the notices that are due."""
    ids = [review.pk for review in reviews]
    rich = (
        Review.objects.filter(pk__in=ids)
        .select_related("board", "timetable", "recommendation", "board_discussion")
        .prefetch_related("notices", "decisions", "kind_changes")
    )
    for review in rich:
        main = MAIN_TURN.get(review.stage)
        if review.stage == Stage.BOARD_DISCUSSION and hasattr(review, "board_discussion"):
            main = FINAL_ANSWER
        if main:
            kind, sentence = main
            yield Turn(
                review,
                sentence,
                reverse(kind.url_name, args=[review.slug]),
                kind.may,
                review.stage_since,
                kind=kind,
                rank=0,
                limit=AIMED_AT.get(review.stage, ""),
            )
        yield from notice_turns(review, on)


def decision_states(reviews: Sequence[Review], user: Any) -> dict[int, State]:
    return {
        review.pk: State(_("decided"), "done")
        for review in reviews
        if review.stage in COMMISSIONED or not review.is_running
    }


register(
    Room(
        "overview",
        _("Overview"),
        "reviews:overview",
        0,
        Part.TOP,
        deeds=(deeds.DECLARE_INTEREST, deeds.CLOSE, deeds.CONVERT, deeds.TELL_OF_END),
    )
)
register(
    Room(
        "decision",
        _("Criteria and decision"),
        "reviews:decision",
        20,
        Part.DECISION,
        states=decision_states,
        obstacles=obstacles,
        turns=turns,
        deeds=(
            deeds.FORWARD,
            deeds.DECIDE_NO_REVIEW,
            deeds.RECORD_DISCUSSION,
            deeds.SEND_NOTICE,
            RECORD_ANSWER,
            CORRECT_NOTICE,
            CHANGE_KIND,
        ),
        belongs_to=Stage.DECISION,
    )
)
register(
    Room(
        "people",
        _("People"),
        "reviews:people",
        90,
        Part.CASE,
        deeds=(
            deeds.APPOINT,
            REPLACE,
            deeds.END_APPOINTMENT,
            deeds.DECLARE_INTEREST,
            deeds.SET_INTEREST,
            deeds.LIFT_INTEREST,
        ),
    )
)
register(Room("history", _("History"), "reviews:history", 100, Part.RECORD))

# The slices that register their own; named so that they are read.
SLICES = (papers, meetings, proceedings)
