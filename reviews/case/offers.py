"""The deeds that a room's page offers a reader: exactly those that the door would accept."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from common.deeds import DEEDS, Answer, Deed
from reviews.door import ask
from reviews.models import Review
from reviews.rooms import ROOMS

# Onward on the usual road: of several buttons, the one that stands out.
ONWARD = {
    *("forward", "recommend", "commission", "ask_agencies", "release_timelines", "hold_event"),
    *("agree_report", "accept_report", "close"),
}


@dataclass(frozen=True)
class Offer:
    """A button, or what is still missing before it can be one."""

    kind: Deed
    url: str
    answer: Answer
    is_onward: bool = False


def offers(review: Review, user: Any, room: str) -> list[Offer]:
    """The deeds of a room that are this reader's now."""
    return offers_of(review, user, ROOMS[room].deeds)


def offers_of(review: Review, user: Any, kinds: Iterable[Deed]) -> list[Offer]:
    """Of these deeds, those that are this reader's now; several ways out of one page show once."""
    found: dict[str, Offer] = {}
    for kind in kinds:
        if kind.url_name in found or not kind.url_name:
            continue
        answer = ask(review, kind, user)
        if answer.is_mine and not is_done_with(answer):
            found[kind.url_name] = Offer(
                kind, reverse(kind.url_name, args=[review.slug]), answer, is_onward(kind)
            )
    # What is open stands first; in each half the room's own order stays.
    return sorted(found.values(), key=lambda offer: not offer.answer.is_yes)


def is_done_with(answer: Answer) -> bool:
    """There is nothing to do it to, and nowhere to mend that: it is not worth a line."""
    return any(each.is_impossible and not each.url for each in answer.obstacles)


def is_onward(kind: Deed) -> bool:
    """Whether the page of this deed can take the review onward, itself or by another way out."""
    same_page = (each for each in DEEDS.values() if each.url_name == kind.url_name)
    return any(each.move in ONWARD for each in same_page)
