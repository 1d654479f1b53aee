"""What happens next in one case: who, what, by when, and what is still missing."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from boards.models import Hold, Holding, Person
from boards.standing_in import stand_ins
from boards.words import in_words_of
from common.deeds import Answer, Obstacle, Sentence
from reviews.door import ask, door
from reviews.models import Appointment, Review
from reviews.permissions import BY_OFFICE
from reviews.proceedings.holds import HeldBack, on_deed, seen_holds
from reviews.rooms import Turn
from reviews.standing import Standing, persons_entitled, standing_of
from reviews.turns import turns_of


@dataclass(frozen=True, eq=False)
class Next:
    """The panel "What happens next". Its button is there exactly if the door would open."""

    heading: Sentence
    who: str
    due_on: dt.date | None
    missing: tuple[Obstacle, ...]
    button: Sentence
    button_url: str
    kind: str
    links: list["Further"]
    held: HeldBack | None = None
    """Other proceedings keep it back: then it is not late."""


@dataclass(frozen=True, eq=False)
class Further:
    """Another turn of the case, under the first one; a link only for whoever it is open to."""

    label: Sentence
    url: str


def next_steps(review: Review, user: Any, on: dt.date) -> Next | None:
    """The first turn of the review with who and by when; the others as links.

    What is still missing is said to every reader of the case, not only to the one who would act.
    """
    turns = sorted(
        (turn for turn in turns_of([review], user, on) if turn.review.pk == review.pk),
        key=lambda turn: turn.rank,
    )
    if not turns:
        return None
    first, *rest = turns
    standing = standing_of(user, review)
    mine = first.is_for(standing)
    answer = ask(review, first.kind, user) if first.kind else None
    by = user if mine else None  # what one alone may not do is said to them
    further = [
        Further(
            in_words_of(review.board, turn.sentence),
            turn.url if is_theirs(turn, review, user, standing) else "",
        )
        for turn in rest
    ]
    held = on_deed(seen_holds(review, on), first.kind)
    late = first.due_on is not None and first.due_on < on and held is None
    return Next(
        heading=in_words_of(review.board, first.sentence),
        who=", ".join(doers(first, on)),
        due_on=first.due_on,
        missing=door.obstacles(review, first.kind, on, by) if first.kind else (),
        button=in_words_of(review.board, first.sentence) if is_open(mine, answer) else "",
        button_url=first.url,
        kind="late" if late else "" if mine else "waiting",
        links=further,
        held=held,
    )


def is_theirs(turn: Turn, review: Review, user: Any, standing: Standing) -> bool:
    """It is their turn, and the door would not refuse them for judging their own work. The door is
    asked of the page's own review, which knows already what it has read."""
    if not turn.is_for(standing):
        return False
    return turn.kind is None or ask(review, turn.kind, user).is_mine


def doers(turn: Turn, on: dt.date) -> list[str]:
    """Who may take the turn, by name: holders of the office first, deputies marked."""
    found = persons_entitled(turn.review, turn.may)
    if turn.person_id is not None:
        found = found.filter(pk=turn.person_id)
    offices = [office for office, rights in BY_OFFICE.items() if turn.may in rights]
    held = Holding.objects.current(on).filter(board=turn.review.board_id, office__in=offices)
    if turn.agency_id is not None:
        speaking = Appointment.objects.current(on).filter(review=turn.review, agency=turn.agency_id)
        # Where nobody speaks for the agency yet, it is done on its behalf, by office.
        own = found.filter(pk__in=speaking.values("person"))
        found = own if own.exists() else found.filter(pk__in=held.values("person"))
    deputies = set(held.filter(hold=Hold.DEPUTY).values_list("person", flat=True)) - set(
        held.exclude(hold=Hold.DEPUTY).values_list("person", flat=True)
    )
    covered = [
        each
        for (board, office), each in stand_ins([turn.review.board_id], on).items()
        if office in offices
    ]
    standing_in, away = {c.person_id for c in covered}, {c.holder_id for c in covered}
    people = sorted(
        found[:6],
        key=lambda person: (person.pk not in standing_in, person.pk in deputies | away),
    )

    def named(person: Person) -> str:
        how = (
            _("Standing in")
            if person.pk in standing_in
            else _("Away")
            if person.pk in away
            else Hold.DEPUTY.label
            if person.pk in deputies
            else ""
        )
        return f"{person.name} ({how})" if how else person.name

    return [named(person) for person in people]


def is_open(mine: bool, answer: Answer | None) -> bool:
    return mine and answer.is_yes if answer else mine
