"""The only way a page gets its review: 404 to a stranger, and the reading is recorded."""

from typing import Any

from django.http import Http404, HttpRequest
from django.shortcuts import redirect
from django.urls import reverse

from audit import ledger
from common import clock
from reviews.models import Review
from reviews.permissions import May
from reviews.querysets import visible_to
from reviews.references import Reference
from reviews.standing import standing_of
from reviews.verbs import READ


class Moved(Exception):
    """The reference was written another way; `to` is the page's true address."""

    def __init__(self, to: str) -> None:
        super().__init__(to)
        self.to = to


def open_case(request: HttpRequest, ref: Reference, may: May = May.VIEW, *, page: str) -> Review:
    """The review, if this person may open it. Raises Http404 for a stranger, Moved for a variant.

    `page` is the code of the room that is read; a POST is recorded by its deed instead.
    """
    review = (
        visible_to(request.user)
        .filter(board__prefix__iexact=ref.prefix, number=ref.number, year=ref.year)
        .first()
    )
    if review is None or not standing_of(request.user, review).may(may):
        raise Http404
    match = request.resolver_match
    if match and request.method == "GET" and f"/{review.slug}/" not in request.path:
        kwargs: dict[str, Any] = {**match.kwargs, "ref": review.slug}
        raise Moved(reverse(match.view_name, kwargs=kwargs))
    if request.method == "GET":
        record_reading(request.user, review, page)
    return review


def record_reading(user: Any, review: Review, page: str, verb: str = READ) -> None:
    """One line in the ledger: who read which room of which case, in what capacity."""
    ledger.record(
        verb,
        by=user.pk,
        capacity=standing_of(user, review).capacity(May.VIEW),
        board=review.board_id,
        review=review.pk,
        on=clock.today(),
        details={"page": page.replace("_", "-").lower()} if verb == READ else {},
    )


def to_true_address(moved: Moved) -> Any:
    return redirect(moved.to, permanent=False)
