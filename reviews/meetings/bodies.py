"""Whose meetings somebody keeps: the co-ordinator all, each chair their own."""

from typing import Any

from reviews.journey import BEFORE
from reviews.models import Body, Review
from reviews.permissions import May

RIGHT: dict[str, May] = {
    Body.SUBGROUP: May.SUBGROUP_MEETINGS,
    Body.PANEL: May.PANEL_MEETINGS,
    Body.BOARD: May.BOARD_MEETINGS,
}


def bodies_of(user: Any, review: Review) -> list[str]:
    """The bodies whose meetings this person keeps. There is no panel before a review is
    commissioned."""
    return [
        body
        for body, right in RIGHT.items()
        if user.has_perm(right, review) and not (body == Body.PANEL and review.stage in BEFORE)
    ]
