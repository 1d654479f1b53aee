"""The plan against what was done, as the case page and the room of dates show it."""

from typing import Any

from common import clock
from reviews.models import Review
from reviews.timing.drawing import draw
from reviews.timing.proposing import hearings_of
from reviews.timing.stages import kept_back, stages_of
from reviews.timing.standing import seen_whole


def picture_of(review: Review) -> dict[str, Any]:
    """The plan against what was done: the picture, and what its tables say."""
    today = clock.today()
    whole, kept = seen_whole(review, today), kept_back(review)
    stages = stages_of(review, whole, kept)
    hearings = list(hearings_of(review))
    return {
        "whole": whole,
        "stage_times": stages,
        "kept": kept,
        "hearings": hearings,
        "drawing": draw(stages, whole, kept, [each.sits_on for each in hearings]),
        "today": today,
    }
