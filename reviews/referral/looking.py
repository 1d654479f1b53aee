"""Search before create: is a case of the same child open already, here or with another board?

On cases that the reader may open, the search says which and why. Of another board's it says only
that board's name: ask them. Of a case from which an interest keeps the reader it says only that
there may be one: the Board Chair knows. Each look is in the ledger, of both boards.
"""

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from django.utils.crypto import salted_hmac
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from audit import ledger
from boards.models import Board
from common import clock
from reviews.children.matching import matches
from reviews.deeds import LOG
from reviews.models import PublicReferral, Review
from reviews.permissions import May
from reviews.querysets import visible_to
from reviews.references import WRITTEN, parse
from reviews.referral.incoming.finding import referrals_named
from reviews.standing import standing_on_board, standings_of
from reviews.verbs import NAME_FOUND, NAMES_SOUGHT

SAME_NAME = _("A child of this case has the same name, or part of it.")
SAME_BIRTH = _("A child of this case was born on the same day.")
SAME_EVENT = _("The event of this case was on the same day.")
SAME_WORDS = _("The referral of this case says the same, word for word. It may be this one.")
NAMED = _("The referral names this reference.")
REFERENCE = re.compile(r"[A-Za-z]{1,12}[ _-]?[0-9]{1,4}[ /_-][0-9]{4}")
AT_MOST = 10


@dataclass(eq=False)
class Candidate:
    """A case that may be of the same child, and why it is thought so."""

    review: Review
    why: list[Promise] = field(default_factory=list)
    by_name: bool = False


@dataclass(frozen=True)
class Found:
    """What a search came to. `code` names this very result, so that a form can say it was seen."""

    here: Sequence[Candidate]
    elsewhere: Sequence[Board]
    is_closed_here: bool = False
    """A case of the board may be of the same child and is not open to the reader."""
    waiting: Sequence[PublicReferral] = ()
    """From the public page, to the same board, and not a case: they may be of the same child."""

    def __bool__(self) -> bool:
        return bool(self.here or self.elsewhere or self.is_closed_here or self.waiting)

    @property
    def code(self) -> str:
        seen = [str(each.review.pk) for each in self.here]
        seen += [board.code for board in self.elsewhere]
        seen += ["closed"] * self.is_closed_here
        seen += [row.receipt for row in self.waiting]
        return salted_hmac("reviews.looking", " ".join(sorted(seen))).hexdigest()


def look(
    user: Any,
    board: Board,
    *,
    child_name: str = "",
    born_on: dt.date | str | None = None,
    event_on: dt.date | None = None,
    words: str = "",
    but: Review | None = None,
    but_public: PublicReferral | None = None,
) -> Found:
    """Cases that may be of the same child, and referrals from the public page. The queries do not
    grow with the cases or the names."""
    candidates: dict[int, Candidate] = {}
    elsewhere: dict[int, Board] = {}
    open_to = visible_to(user)
    if but is not None:
        open_to = open_to.exclude(pk=but.pk)
    is_closed_here = False
    named = matches(child_name, born_on)
    seen = {review.pk: review for review in open_to.filter(pk__in=_ids(named))}
    standings = standings_of(user, list(seen.values()))
    for match in named:
        review = seen.get(match.subject.review_id)
        if review is not None and standings[review.pk].may(May.VIEW_NAMES):
            one = candidates.setdefault(review.pk, Candidate(review))
            one.by_name = True
            one.why += [SAME_NAME] if match.parts else []
            one.why += [SAME_BIRTH] if match.has_birth else []
        elif match.is_likely and match.subject.review.board_id != board.pk:
            other = match.subject.review.board
            elsewhere[other.pk] = other
        elif match.is_likely and review is None and match.subject.review_id != (but and but.pk):
            is_closed_here = True
    here = open_to.filter(board=board)
    if event_on is not None:
        for review in here.filter(referral__event_on=event_on)[:AT_MOST]:
            candidates.setdefault(review.pk, Candidate(review)).why.append(SAME_EVENT)
    for review in here.filter(referral__sentence=words.strip())[:AT_MOST] if words else ():
        candidates.setdefault(review.pk, Candidate(review)).why.append(SAME_WORDS)
    for review in _named_in(words, here):
        candidates.setdefault(review.pk, Candidate(review)).why.append(NAMED)
    if child_name or born_on:
        _record(user, board, list(candidates.values())[:AT_MOST], list(elsewhere.values()))
    waiting = [
        row
        for row in referrals_named(user, child_name, born_on)
        if row.board_id == board.pk and row.pk != (but_public and but_public.pk)
    ]
    return Found(
        list(candidates.values())[:AT_MOST],
        list(elsewhere.values()),
        is_closed_here,
        waiting[:AT_MOST],
    )


def _ids(named: Sequence[Any]) -> list[int]:
    return [match.subject.review_id for match in named]


def _named_in(words: str, here: Any) -> list[Review]:
    """The cases whose reference stands in the words."""
    sought = [parse(each) for each in REFERENCE.findall(words)[:AT_MOST] if WRITTEN.match(each)]
    numbers = {(each.prefix, each.number, each.year) for each in sought if each}
    if not numbers:
        return []
    found = here.filter(
        number__in=[number for _p, number, _y in numbers],
        year__in=[year for _p, _n, year in numbers],
    )
    return [
        review
        for review in found
        if (review.board.prefix.upper(), review.number, review.year) in numbers
    ]


def _record(user: Any, board: Board, here: Sequence[Candidate], elsewhere: Sequence[Board]) -> None:
    """Who looked for a child: told to their own board, to the other, and on each case found."""
    capacity = standing_on_board(user, board).capacity(LOG.may)
    words: dict[str, Any] = {"by": user.pk, "capacity": capacity, "on": clock.today()}
    ledger.record(NAMES_SOUGHT, board=board.pk, **words)
    for other in elsewhere:
        ledger.record(NAMES_SOUGHT, board=other.pk, **words)
    for each in here:
        if each.by_name:
            review = each.review
            ledger.record(NAME_FOUND, board=review.board_id, review=review.pk, **words)
