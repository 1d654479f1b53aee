"""What the sub-group's room says of reviews: the draft's gaps, whose turn it is, how it stands."""

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import Any

from django.db.models import Q
from django.urls import reverse
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from common.deeds import Deed, Obstacle, Sentence
from deadlines.services import SetDay
from guidance.milestones import Milestone
from reviews import deeds
from reviews.journey import COMMISSIONED, RUNNING, UNDECIDED, Stage
from reviews.models import (
    Deferral,
    Recommendation,
    RecommendationDraft,
    Review,
    ScopingReturn,
    ScopingState,
)
from reviews.permissions import May
from reviews.recommendation.boxes import place_of
from reviews.recommendation.gaps import DOUBTS, LACKING
from reviews.rooms import Part, Room, State, Turn, register
from reviews.scoping.querysets import not_yet_asked
from reviews.subgroup.deeds import ANSWER_SCOPING, ASK_SCOPING, COMPLETE, DEFER, DRAFT

# The panel's first acts rest on the whole recommendation.
FIRST_PANEL_ACTS = ("panels.terms_agreed", "panels.agencies_asked")


def obstacles(review: Review, kind: Deed, on: dt.date) -> Iterator[Obstacle]:
    if kind is deeds.RECOMMEND:
        yield from recommending(review)
    elif kind is COMPLETE:
        if not is_incomplete(review):
            yield Obstacle("nothing_to_do", _("There is nothing to complete."), is_impossible=True)
    elif kind is ASK_SCOPING:
        if not not_yet_asked(review).exists():
            yield Obstacle(
                "done_with",
                _("Every agency of the board has already been asked."),
                is_impossible=True,
            )
    elif kind.code in FIRST_PANEL_ACTS and is_incomplete(review):
        yield Obstacle(
            "recommendation_incomplete",
            _("The recommendation of this urgent case is not complete yet."),
            reverse("reviews:complete_recommendation", args=[review.slug]),
            belongs_to=Stage.RECOMMENDATION,
        )


def recommending(review: Review) -> Iterator[Obstacle]:
    """What the draft still lacks blocks; what it leaves open, and who has not answered, warns."""
    write = reverse("reviews:recommend", args=[review.slug])
    draft = RecommendationDraft.objects.filter(review=review).first()
    if draft is None:  # it may be recorded as it was made elsewhere
        return
    for code in draft.lacking:
        sentence, name = LACKING[code]
        yield Obstacle(code, sentence, f"{write}{place_of(name)}", is_impossible=True)
    for code in draft.doubts:
        sentence, name = DOUBTS[code]
        yield Obstacle(code, sentence, f"{write}{place_of(name)}")
    if ScopingReturn.objects.filter(review=review, state=ScopingState.ASKED).exists():
        yield Obstacle(
            "scoping_open",
            _("An agency that was asked has not answered yet."),
            reverse("reviews:subgroup", args=[review.slug]),
        )


def is_incomplete(review: Review) -> bool:
    paper = getattr(review, "recommendation", None)
    return paper is not None and paper.is_urgent and paper.completed_on is None


def turns(reviews: Sequence[Review], user: Any, on: dt.date) -> Iterator[Turn]:
    yield from main_turns([r for r in reviews if r.stage == Stage.RECOMMENDATION])
    yield from completion_turns(
        [r for r in reviews if r.stage in (*UNDECIDED, *COMMISSIONED)],
    )
    yield from scoping_turns([r for r in reviews if r.is_running], user, on)


def main_turns(reviews: Sequence[Review]) -> Iterator[Turn]:
    """Write it; once nothing is missing, make it; deferred, look again on the day."""
    ids = [review.pk for review in reviews]
    drafts = RecommendationDraft.objects.filter(review__in=ids).only("review", "lacking").in_bulk()
    later: dict[int, dt.date] = {}
    for row in Deferral.objects.filter(review__in=ids).order_by("deferred_on", "pk"):
        later[row.review_id] = row.next_on
    for review in reviews:
        draft = drafts.get(review.pk)
        is_ready = draft is not None and not draft.lacking
        next_on = later.get(review.pk)
        name = "reviews:check_recommendation" if is_ready else "reviews:recommend"
        yield Turn(
            review,
            _("Reconsider the deferred case")
            if next_on
            else _("Make the recommendation")
            if is_ready
            else _("Write the recommendation"),
            reverse(name, args=[review.slug]),
            May.RECOMMEND if is_ready else May.PREPARE,
            review.stage_since,
            next_on,
            kind=deeds.RECOMMEND if is_ready else DRAFT,
            rank=0,
            limit="target.subgroup_meets",
        )


def completion_turns(reviews: Sequence[Review]) -> Iterator[Turn]:
    """An urgent case goes ahead; its recommendation is completed by the first panel meeting."""
    by_id = {review.pk: review for review in reviews}
    rows = Recommendation.objects.filter(review__in=by_id, is_urgent=True, completed_on=None)
    for paper in rows.only("review", "recommended_on", "first_panel_on"):
        review = by_id[paper.review_id]
        yield Turn(
            review,
            _("Complete the recommendation"),
            reverse("reviews:complete_recommendation", args=[review.slug]),
            May.RECOMMEND,
            paper.recommended_on,
            paper.first_panel_on,
            kind=COMPLETE,
            rank=30,
        )


def scoping_turns(reviews: Sequence[Review], user: Any, on: dt.date) -> Iterator[Turn]:
    """Who is asked answers, without the case too; what is late or by telephone is the office's."""
    person = getattr(user, "person", None)
    own = Q(asked_of=person, review__stage__in=RUNNING) if person else Q(pk=None)
    ids = {review.pk for review in reviews}
    rows = ScopingReturn.objects.filter(
        Q(review__in=ids) | own, state=ScopingState.ASKED
    ).select_related("review__board", "review__timetable", "agency")
    for row in rows:
        asked: list[tuple[int | None, Sentence]] = []
        if row.asked_of_id:
            asked.append((row.asked_of_id, _("Answer for your agency")))
        if row.review_id in ids and (row.asked_of_id is None or row.due_on < on):
            asked.append((None, _("Record what the agency knows")))
        for person_id, sentence in asked:
            yield Turn(
                row.review,
                format_lazy("{}: {}", sentence, row.agency.name),
                row.get_absolute_url(),
                ANSWER_SCOPING.may,
                row.asked_on,
                row.due_on,
                person_id=person_id,
                rank=40,
            )


def states(reviews: Sequence[Review], user: Any) -> dict[int, State]:
    """Drafted, deferred, made; and where an urgent one is still to be completed."""
    ids = [review.pk for review in reviews]
    found = {
        pk: State(_("drafted"))
        for pk in RecommendationDraft.objects.filter(review__in=ids).values_list("pk", flat=True)
    }
    waiting = [review.pk for review in reviews if review.stage == Stage.RECOMMENDATION]
    for pk in Deferral.objects.filter(review__in=waiting).values_list("review", flat=True):
        found[pk] = State(_("deferred"))
    for pk, urgent, done_on in Recommendation.objects.filter(review__in=ids).values_list(
        "pk", "is_urgent", "completed_on"
    ):
        is_open = urgent and done_on is None
        found[pk] = State(_("to complete"), "soon") if is_open else State(_("made"), "done")
    return found


def set_days(reviews: Sequence[Review]) -> Iterator[SetDay]:
    """A deferred case is looked at again on the last day that was set."""
    here = {review.pk: review for review in reviews if review.stage == Stage.RECOMMENDATION}
    rows = Deferral.objects.filter(review__in=here) if here else Deferral.objects.none()
    later = {row.review_id: row.next_on for row in rows.order_by("deferred_on", "pk")}
    for pk, on in later.items():
        yield SetDay(here[pk].timetable_id, Milestone.DEFERRED_UNTIL, "again", on)


register(
    Room(
        "subgroup",
        _("Sub-group"),
        "reviews:subgroup",
        15,
        Part.DECISION,
        states=states,
        obstacles=obstacles,
        turns=turns,
        deeds=(DRAFT, COMPLETE, ASK_SCOPING, DEFER),
        set_days=set_days,
    )
)
