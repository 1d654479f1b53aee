"""What a room of the panel offers: not what is done with, or has nothing to be done to."""

from typing import Any

from reviews.case.offers import Offer, offers
from reviews.models import Review

DONE_WITH = "done_with"


def offers_now(review: Review, user: Any, room: str) -> list[Offer]:
    """The room's offers, without those that an obstacle says are done with."""
    return [
        offer
        for offer in offers(review, user, room)
        if all(each.code != DONE_WITH for each in offer.answer.obstacles)
    ]
