"""What lay before the system: a review that was taken on is not asked for it again."""

from collections.abc import Collection, Iterable
from dataclasses import replace

from common.deeds import Deed, Obstacle
from reviews.journey import ENDS, USUAL_ORDER, Stage
from reviews.models import Review, StageChange

EARLY_ENDS = (Stage.NO_REVIEW, Stage.FORUM, Stage.ANOTHER_LEADS)


def rank(stage: str) -> int:
    """How far on the road a stage lies; an end lies as far as it can be reached from."""
    if stage == Stage.BOARD_DISCUSSION or stage in EARLY_ENDS:
        return USUAL_ORDER.index(Stage.DECISION)
    if stage in USUAL_ORDER:
        return USUAL_ORDER.index(Stage(stage))
    return USUAL_ORDER.index(Stage.REFERRAL)


def taken_on_at(review: Review) -> str:
    """The stage at which it was taken on; '' if it began here."""
    row = getattr(review, "taken_on", None)
    return str(row.stage) if row else ""


def is_before(review: Review, stage: str) -> bool:
    """Whether a stage was over before the review was taken on."""
    at = taken_on_at(review)
    return bool(at and stage) and rank(stage) < rank(at)


def since_taken_on(review: Review, kind: Deed, found: Iterable[Obstacle]) -> list[Obstacle]:
    """No earlier guard is asked again: a gate says what departs, other deeds say nothing of it."""
    kept = []
    for each in found:
        if each.is_impossible or not is_before(review, each.belongs_to):
            kept.append(each)
        elif kind.gate:
            kept.append(replace(each, is_warning=True))
    return kept


def lies_behind(review: Review, stages: Collection[str]) -> bool:
    """Whether the review has been through one of these stages, here or before the system."""
    been = StageChange.objects.standing().filter(review=review).values_list("from_stage", flat=True)
    if set(been) & set(stages):
        return True
    at = taken_on_at(review)
    return bool(at) and at not in ENDS and any(is_before(review, stage) for stage in stages)
