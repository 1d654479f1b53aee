"""The deed: everything a person does to a case or a board, in one transaction.

A deed is declared once, as a `Deed`: its verb in the ledger, the right it needs, the words on its
button and in the history. A `Door` answers whether somebody may do it now and, if not, why not; the
page asks before offering and `deed` asks again under the lock, so that what a page offers the door
accepts.
"""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, Generic, Self, TypeVar
from uuid import UUID, uuid4

from django.core.exceptions import PermissionDenied
from django.db import models, transaction
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from audit import ledger
from audit.verbs import Verb, verb
from common import clock
from common.rights import Right

Sentence = Promise | str
Detail = str | int | bool | None
Details = Mapping[str, Detail]


@dataclass(frozen=True)
class Obstacle:
    """What still stands in the way of a deed, and where to mend it.

    Away from the hard gates it only warns, unless `is_impossible`: there is nothing there yet to do
    the deed to.
    """

    code: str
    sentence: Sentence
    url: str = ""
    is_warning: bool = False
    is_impossible: bool = False


class Refused(PermissionDenied):
    """This person may not do this, whatever the state of things. A page answers 403 with it."""

    def __init__(self, sentence: Sentence) -> None:
        super().__init__(str(sentence))
        self.sentence = sentence


class NotNow(Exception):
    """This cannot be done yet: `obstacles` say what is missing."""

    def __init__(self, obstacles: Iterable[Obstacle]) -> None:
        self.obstacles = tuple(obstacles)
        super().__init__(" ".join(str(o.sentence) for o in self.obstacles))


class WrongDate(Exception):
    """The day given cannot be the day on which this happened."""

    def __init__(self, sentence: Sentence) -> None:
        super().__init__(str(sentence))
        self.sentence = sentence


class Overtaken(Exception):
    """Somebody else was quicker: the form was opened before what `subject` says now."""

    def __init__(self, subject: Any) -> None:
        super().__init__("overtaken")
        self.subject = subject


def nobody(subject: Any) -> Iterable[int]:
    return ()


@dataclass(frozen=True)
class Deed:
    """One kind of act. `during` names the stages in which it is done (none named: always).

    `move` is the transition of the journey that it makes, if it makes one. `gate` marks the five
    hard gates; at every other deed an obstacle only warns and asks for a reason. Who holds
    `record_with` may record the deed for the person who did it, on paper or by telephone. `judges`
    names the persons whose work the deed judges: it is never theirs to do.
    """

    verb: Verb
    may: Right
    label: Sentence
    url_name: str = ""
    during: frozenset[str] = frozenset()
    move: str = ""
    gate: bool = False
    record_with: Right | None = None
    judges: Callable[[Any], Iterable[int]] = nobody

    @property
    def code(self) -> str:
        return str(self.verb)


DEEDS: dict[str, Deed] = {}


def declare(
    name: str,
    *,
    may: Right,
    label: Sentence,
    sentence: Sentence,
    url: str = "",
    during: Iterable[str] = (),
    move: str = "",
    gate: bool = False,
    record_with: Right | None = None,
    judges: Callable[[Any], Iterable[int]] = nobody,
    codes: dict[str, Any] | None = None,
) -> Deed:
    """Declare a deed: `label` is what its button says, `sentence` what the history says of it."""
    kind = Deed(
        verb(name, label=label, sentence=sentence, codes=codes or {}),
        may,
        label,
        url,
        frozenset(during),
        move,
        gate,
        record_with,
        judges,
    )
    DEEDS[name] = kind
    return kind


S = TypeVar("S", bound=models.Model)

NOT_PERMITTED = _("Your part in this does not include this act.")
NOT_ENTITLED = _("The person named as having decided does not hold the part that decides this.")
WHO_DECIDED = Obstacle("who_decided", _("Say who decided: you are recording it for them."))
OWN_WORK = _("Nobody judges their own work. Somebody else must do this.")
NOT_AT_THIS_STAGE = Obstacle(
    "not_at_this_stage", _("This is not done at the stage that has been reached.")
)
REASON_WANTED = Obstacle(
    "reason_wanted", _("Something is out of the usual order. Say why it goes ahead.")
)


@dataclass(frozen=True)
class Answer:
    """Whether somebody may do a deed now. Refusals come first, then permission, then readiness."""

    kind: Deed
    refusal: Sentence | None = None
    in_time: bool = True
    obstacles: tuple[Obstacle, ...] = ()
    warnings: tuple[Obstacle, ...] = ()
    for_another: bool = False

    @property
    def is_yes(self) -> bool:
        return self.refusal is None and self.in_time and not self.obstacles

    @property
    def is_mine(self) -> bool:
        """It is this person's act, now or once what is missing has come."""
        return self.refusal is None and self.in_time


def person_of(user: Any) -> int | None:
    """The person behind an account, by id; None for an account without one."""
    person = getattr(user, "person", None)
    return person.pk if person else None


@dataclass
class Act:
    """A deed while it is being done: what the ledger will say of it. `review` is one it opens."""

    uuid: UUID = field(default_factory=uuid4)
    details: dict[str, Detail] = field(default_factory=dict)
    target: str = ""
    target_id: int | None = None
    review: int | None = None

    def about(self, row: models.Model, **details: str | int | bool | None) -> Self:
        """Name the row that the deed made or changed."""
        self.target, self.target_id = row._meta.label_lower, row.pk
        self.details.update(details)
        return self


class Door(Generic[S]):
    """The one way in for deeds to one kind of subject. Rooms say what a subclass cannot know."""

    def scope(self, subject: S) -> dict[str, int]:
        """The board and the review that the ledger files the deed under."""
        raise NotImplementedError

    def stage(self, subject: S) -> str:
        """What a form remembers, to notice that somebody else was quicker."""
        return ""

    def refusal(self, subject: S, kind: Deed, by: Any) -> Sentence | None:
        """Why this person may not, whatever office they hold."""
        return None

    def obstacles(self, subject: S, kind: Deed, on: dt.date) -> tuple[Obstacle, ...]:
        """What is still missing for a deed done on that day."""
        return ()

    def capacity(self, subject: S, by: Any, right: Right) -> str:
        """The code of the office or appointment in which `by` acts."""
        raise NotImplementedError

    def departed(
        self,
        subject: S,
        kind: Deed,
        act: "Act",
        by: Any,
        on: dt.date,
        reason: str,
        warnings: tuple[Obstacle, ...],
    ) -> None:
        """Keep the reason why a deed went ahead over its warnings."""

    def entitles(self, subject: S, person: Any, right: Right) -> bool:
        """Whether a person holds a right, for what is recorded on their behalf."""
        return False

    def judged(self, subject: S, kind: Deed, judges: Iterable[int]) -> set[int]:
        """The persons whose work the deed judges."""
        return {*judges, *kind.judges(subject)}

    def ask(
        self,
        subject: S,
        kind: Deed,
        by: Any,
        *,
        judges: Iterable[int] = (),
        on: dt.date | None = None,
    ) -> Answer:
        """May `by` do this to `subject`? `judges` adds to those whose work the deed judges."""
        refusal = self.refusal(subject, kind, by)
        if refusal is None and person_of(by) in self.judged(subject, kind, judges):
            refusal = OWN_WORK
        holds = by.has_perm(kind.may, subject)
        records = (
            not holds and kind.record_with is not None and by.has_perm(kind.record_with, subject)
        )
        if refusal is None and not (holds or records):
            refusal = NOT_PERMITTED
        in_time = not kind.during or self.stage(subject) in kind.during
        day = on or clock.today()
        found = self.obstacles(subject, kind, day) if refusal is None and in_time else ()
        return Answer(
            kind,
            refusal,
            in_time,
            tuple(o for o in found if not o.is_warning),
            tuple(o for o in found if o.is_warning),
            records,
        )

    @contextmanager
    def deed(
        self,
        subject: S,
        kind: Deed,
        *,
        by: Any,
        on: dt.date,
        decided_by: Any = None,
        judges: Iterable[int] = (),
        not_before: dt.date | None = None,
        opened_at: str = "",
        reason: str = "",
        act: Act | None = None,
        details: Details | None = None,
    ) -> Iterator[S]:
        """Do `kind` to `subject`: lock, ask, run the body, write the ledger, in one transaction.

        Yields the fresh, locked row; the caller's is stale. Raises Refused, NotNow, WrongDate or
        Overtaken, and then nothing has happened. `decided_by` is the person who decided when `by`
        only records it; own work is judged on both.
        """
        act = act or Act()
        act.details.update(details or {})
        with transaction.atomic():
            # A plain FOR UPDATE would hold up every insert of a row that points here.
            rows = type(subject)._base_manager.select_for_update(of=("self",), no_key=True)
            fresh = rows.get(pk=subject.pk)
            if opened_at and opened_at != self.stage(fresh):
                raise Overtaken(fresh)
            judged = self.judged(fresh, kind, judges)
            warnings = self._admit(fresh, kind, by, on, decided_by, judged, reason)
            check_day(on, not_before)
            yield fresh
            if reason.strip():
                self.departed(fresh, kind, act, by, on, reason, warnings)
            ledger.record(
                kind.code,
                by=by.pk,
                capacity=self.capacity(fresh, by, kind.may),
                on=on,
                decided_by=decided_by.pk if decided_by else None,
                act=act.uuid,
                target=act.target,
                target_id=act.target_id,
                details=act.details,
                **self.scope(fresh) | ({"review": act.review} if act.review else {}),
            )

    def _admit(
        self,
        subject: S,
        kind: Deed,
        by: Any,
        on: dt.date,
        decided_by: Any,
        judged: set[int],
        reason: str,
    ) -> tuple[Obstacle, ...]:
        """Let the deed through with its warnings, or raise what stands against it."""
        answer = self.ask(subject, kind, by, judges=judged, on=on)
        if answer.refusal is not None:
            raise Refused(answer.refusal)
        if decided_by is not None and decided_by.pk in judged:
            raise Refused(OWN_WORK)
        if decided_by is not None and not self.entitles(subject, decided_by, kind.may):
            raise Refused(NOT_ENTITLED)
        if not answer.in_time:
            raise NotNow([NOT_AT_THIS_STAGE])
        if answer.for_another and decided_by is None:
            raise NotNow([WHO_DECIDED])
        if answer.obstacles:
            raise NotNow(answer.obstacles)
        if answer.warnings and not reason.strip():
            raise NotNow([REASON_WANTED, *answer.warnings])
        return answer.warnings


def check_day(on: dt.date, not_before: dt.date | None) -> None:
    """An act is recorded with the day it happened: not in the future, not before what led to it."""
    if on > clock.today():
        raise WrongDate(_("The date is in the future. Give the day on which this happened."))
    if not_before and on < not_before:
        raise WrongDate(
            _("The date is before the step that leads to this one. Correct whichever is wrong.")
        )
