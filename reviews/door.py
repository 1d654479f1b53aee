"""The door of a case: every deed to a review is a `deed`; one that also moves it, an `advance`."""

import datetime as dt
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

from django.utils.translation import gettext_lazy as _
from django_fsm import can_proceed

from boards.models import Person
from common import clock
from common.deeds import (
    BEFORE_THE_STEP,
    DONE_HERE,
    NOT_AT_THIS_STAGE,
    Act,
    Deed,
    Details,
    NotNow,
    Obstacle,
    Proof,
    Sentence,
)
from common.door import Door, check_day
from common.rights import Right
from deadlines import services as deadlines
from guidance.milestones import Milestone
from reviews.confirming.keeping import keep
from reviews.journey import USUAL
from reviews.models import Departure, Review, StageChange
from reviews.owing import keep_owed
from reviews.permissions import May
from reviews.rooms import in_order
from reviews.standing import standing_of, standing_of_person
from reviews.taking_on.before import lies_behind, since_taken_on

OUT_OF_ORDER = Obstacle("out_of_order", _("This is usually done at a later stage of the review."))


class CaseDoor(Door[Review]):
    """Asks the person's standing first, then every room what it still misses."""

    def scope(self, subject: Review) -> dict[str, int]:
        return {"board": subject.board_id, "review": subject.pk}

    def stage(self, subject: Review) -> str:
        return str(subject.stage)

    def refusal(self, subject: Review, kind: Deed, by: Any) -> Sentence | None:
        return standing_of(by, subject).refusal(kind.may)

    def obstacles(
        self, subject: Review, kind: Deed, on: dt.date, by: Any = None
    ) -> tuple[Obstacle, ...]:
        """What every room says; away from a hard gate an obstacle is a warning."""
        asked = (
            o
            for room in in_order()
            for o in (*room.obstacles(subject, kind, on), *room.alone(subject, kind, on, by))
        )
        found = since_taken_on(subject, kind, asked)
        if kind.move in USUAL and subject.stage != USUAL[kind.move]:
            found.insert(0, OUT_OF_ORDER)
        if kind.gate:
            return tuple(found)
        return tuple(o if o.is_impossible else replace(o, is_warning=True) for o in found)

    def capacity(self, subject: Review, by: Any, right: Right) -> str:
        standing = standing_of(by, subject)
        return standing.capacity(right) or standing.capacity(May.RECORD_FOR_OTHERS)

    def departed(
        self,
        subject: Review,
        kind: Deed,
        act: Act,
        by: Any,
        on: dt.date,
        reason: str,
        warnings: tuple[Obstacle, ...],
    ) -> None:
        Departure.objects.create(
            review=subject,
            act=act.uuid,
            deed=kind.code,
            missing=[warning.code for warning in warnings],
            reason=reason,
            on=on,
            recorded_by=by,
        )

    def entitles(
        self, subject: Review, person: Person, right: Right, on: dt.date | None = None
    ) -> bool:
        return standing_of_person(person, subject, on).may(right)

    def is_behind(self, subject: Review, kind: Deed) -> bool:
        return lies_behind(subject, kind.during)

    def out_of_order(self, subject: Review, kind: Deed, on: dt.date) -> tuple[Obstacle, ...]:
        """Real weeks run the wrong way round: a move that is past keeps its real day."""
        return (BEFORE_THE_STEP,) if kind.move and on < subject.stage_since else ()

    def done(self, subject: Review) -> None:
        """People are reminded of the days that are set now."""
        keep_owed([subject])

    def known(self, subject: Review, *of_the_act: Any) -> None:
        keep(subject, *of_the_act)


door = CaseDoor()
ask = door.ask
deed = door.deed
"""Do something to a case that does not move it; see common.door.Door.deed."""


@contextmanager
def advance(
    review: Review,
    kind: Deed,
    *,
    by: Any,
    on: dt.date,
    reached: Iterable[Milestone] = (),
    decided_by: Person | None = None,
    judges: Iterable[int] = (),
    opened_at: str = "",
    reason: str = "",
    details: Details | None = None,
    move_with: dict[str, Any] | None = None,
    proof: Proof = DONE_HERE,
) -> Iterator[Review]:
    """The deed that also moves the review. The body adds the stage's rows; then the review moves.

    The milestones reached are dated `on` and the deadlines derived anew. Raises what `deed` raises.
    """
    act = Act()
    with deed(
        review,
        kind,
        by=by,
        on=on,
        decided_by=decided_by,
        judges=judges,
        opened_at=opened_at,
        reason=reason,
        act=act,
        details=details,
        proof=proof,
    ) as fresh:
        if not can_proceed(getattr(fresh, kind.move)):
            raise NotNow([NOT_AT_THIS_STAGE])
        if not proof.happened:
            check_day(on, fresh.stage_since)
        yield fresh
        change = move(fresh, kind.move, act, by=by, on=on, decided_by=decided_by, words=move_with)
        dated = [*reached, *([] if fresh.is_running else [Milestone.CLOSED])]
        for milestone in dated:  # nothing more falls due, however it ended
            deadlines.reach(fresh.timetable, milestone, on)
        change.reached = [str(milestone) for milestone in dated]
        change.save(update_fields=["reached"])
        for room in in_order():
            room.after(fresh, kind, on)


def move(
    fresh: Review,
    name: str,
    act: Act,
    *,
    by: Any,
    on: dt.date,
    decided_by: Person | None = None,
    words: dict[str, Any] | None = None,
) -> StageChange:
    """Make a move of the journey and write it down: the only place that does. Within a deed."""
    left = fresh.stage
    getattr(fresh, name)(**(words or {}))
    fresh.stage_since = on
    fresh.save(update_fields=["stage", "stage_since", "kind"])
    return StageChange.objects.create(
        review=fresh,
        move=name,
        from_stage=left,
        to_stage=fresh.stage,
        on=on,
        recorded_at=clock.now(),
        recorded_by=by,
        decided_by=decided_by,
        act=act.uuid,
    )


def move_back(fresh: Review, change: StageChange, since: dt.date, kind: str) -> None:
    """Undo a move: the review stands again where it stood before it. Within a deed."""
    fresh.undo(to=change.from_stage, kind=kind)
    fresh.stage_since = since
    fresh.save(update_fields=["stage", "stage_since", "kind"])
    change.undone_at = clock.now()
    change.save(update_fields=["undone_at"])
