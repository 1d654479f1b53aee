"""Whose turn it is, over every review in which somebody has a part. Asks the rooms' registry."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from typing import Any

from django.utils.translation import gettext as _

from boards.standing_in import Holders, stand_ins
from boards.words import Vocabulary
from reviews.board_time.errands import annual_reports
from reviews.case.listing import in_urgency
from reviews.decision.untold import not_done_with
from reviews.models import Review
from reviews.proceedings.holds import HeldBack, Holds
from reviews.querysets import taking_part, visible_to
from reviews.rooms import Turn, in_order
from reviews.standing import Standing, standings_of
from reviews.timing.standing import seen_wholes
from reviews.turns import turns_of

AHEAD = dt.timedelta(weeks=4)
# Far more than any one person works on at a time. Beyond it the nearest dates come first, and the
# desk says that it shows no more.
AT_MOST = 100


@dataclass(frozen=True)
class Todo:
    """A line on the desk: the reference, and what is to be done, verb first."""

    reference: str
    label: str
    url: str
    due_on: dt.date | None
    since: dt.date
    is_late: bool
    note: str = ""
    """For whom it is done, or who stands in."""
    is_later: bool = False
    """It is the holder's first of all, who is not away."""
    held: HeldBack | None = None
    """Other proceedings keep it back: then it is not late."""


@dataclass(frozen=True)
class Coming:
    """A date of the next four weeks."""

    day: dt.date
    label: str
    reference: str
    url: str


@dataclass(frozen=True)
class Desk:
    mine: list[Todo]
    waiting: list[Todo]
    coming: list[Coming]
    is_cut: bool = False
    """There are more running reviews than are shown here."""

    @property
    def late(self) -> int:
        return sum(todo.is_late for todo in self.mine)


def desk_of(user: Any, today: dt.date) -> Desk:
    """Everything for the first page, in queries that do not grow with the number of reviews.

    What is open to this person is theirs to do; what a review waits for first stands under
    "waiting on others" for everybody who may read that review.
    """
    nearest = list(in_urgency(not_done_with(visible_to(user)), "all")[: AT_MOST + 1])
    seen = nearest[:AT_MOST]
    visible = {review.pk for review in seen}
    part = in_urgency(taking_part(user), "running")[:AT_MOST]
    reviews = seen + [review for review in part if review.pk not in visible]
    seen_wholes(reviews, today)  # the rooms and the dates ahead ask for them each
    standings = standings_of(user, reviews)
    cover = Cover(reviews, standings, today)
    mine, waiting = [], []
    for turn in turns_of(reviews, user, today):
        standing = standings.get(turn.review.pk)
        if standing is None or turn.is_for(standing):
            mine.append(turn)
        elif turn.rank == 0 and turn.review.pk in visible:
            # Whoever may not do it is led to the case, not to a form that turns them away.
            url = turn.url if standing.may(turn.may) else turn.review.get_absolute_url()
            waiting.append(replace(turn, url=url))
    return Desk(
        sorted(todos(mine, today, cover) + errands_of(user, today), key=need),
        todos(waiting, today, cover),
        coming(seen, today),
        len(nearest) > AT_MOST,
    )


class Cover:
    """Who acts for whom: what comes to a deputy's desk says so, and stands first while the holder
    is away. Nothing leaves anybody's desk by it. And what other proceedings keep back. Four
    queries."""

    def __init__(
        self, reviews: Sequence[Review], standings: Mapping[int, Standing], today: dt.date
    ) -> None:
        boards = {review.board_id for review in reviews}
        self.standings, self.today = standings, today
        self.stand_ins = stand_ins(boards, today) if boards else {}
        acts = any(is_deputy for each in standings.values() for _code, is_deputy in each.held)
        self.holders = Holders(boards if acts else ())
        self.vocabulary = Vocabulary(boards)
        self.holds = Holds(reviews, today)

    def note(self, turn: Turn) -> tuple[str, bool]:
        """What the line says beside its date, and whether it stands after one's own work."""
        standing = self.standings.get(turn.review.pk)
        office, _dot, as_deputy = (
            standing.capacity(turn.may).partition(".") if standing else 3 * ("",)
        )
        away = self.stand_ins.get((turn.review.board_id, office))
        if standing and away and away.person_id == standing.person_id:
            return said(_("Standing in for:"), away.holder), False
        if as_deputy:
            holder = self.holders.on(turn.review.board_id, office, self.today)
            return said(_("Deputy for:"), holder) if holder else "", bool(holder) and not away
        if standing and away and away.holder_id == standing.person_id:
            return said(_("Standing in for you:"), away.person), False
        return "", False


def said(label: str, name: str) -> str:
    return f"{label} {name}"


def todos(turns: Iterable[Turn], today: dt.date, cover: Cover) -> list[Todo]:
    """One's own before what is the holder's first of all; in each late first, then what is due
    soonest, then what has waited longest."""
    lines = []
    for turn in turns:
        held = cover.holds.on_deed(turn.review, turn.kind)
        due_on = held.next_look_on if held else turn.due_on
        lines.append(
            Todo(
                str(turn.review.reference),
                cover.vocabulary.say(turn.review.board_id, turn.sentence),
                turn.url,
                due_on,
                turn.since,
                held is None and due_on is not None and due_on < today,
                *cover.note(turn),
                held,
            )
        )
    return sorted(lines, key=need)


def need(line: Todo) -> tuple[bool, dt.date, dt.date]:
    return (line.is_later, line.due_on or dt.date.max, line.since)


def errands_of(user: Any, today: dt.date) -> list[Todo]:
    """What waits for this reader before there is a case."""
    return [
        Todo(
            each.reference,
            str(each.sentence),
            each.url,
            each.due_on,
            each.since,
            each.due_on is not None and each.due_on < today,
        )
        for each in chain(
            *(room.errands(user, today) for room in in_order()), annual_reports(user, today)
        )
    ]


def coming(reviews: Sequence[Review], today: dt.date) -> list[Coming]:
    """The deadlines of the next four weeks that are still to be met."""
    wholes = seen_wholes(reviews, today)
    found = [
        Coming(date.due_on, date.label, str(review.reference), review.get_absolute_url())
        for review in reviews
        for date in wholes[review.pk].dates
        if date.met_on is None and today <= date.due_on <= today + AHEAD
    ]
    # Several agencies with the same day are one line: the case says which.
    return sorted(set(found), key=lambda each: (each.day, each.label, each.reference))
