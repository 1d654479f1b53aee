"""The door: the one way in for deeds to one kind of subject.

It answers whether somebody may do a deed now and, if not, why not. The page asks before offering
and `deed` asks again under the lock, so that what a page offers the door accepts.
"""

import datetime as dt
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Any, Generic, TypeVar

from django.db import models, transaction
from django.utils.translation import gettext_lazy as _

from audit import ledger
from common import clock
from common.deeds import (
    DONE_HERE,
    JUDGED_OWN_WORK,
    NOT_AT_THIS_STAGE,
    NOT_ENTITLED,
    NOT_PERMITTED,
    OWN_WORK,
    PROOF_WANTED,
    REASON_WANTED,
    WAS_NOT_ENTITLED,
    WHO_DECIDED,
    Act,
    Answer,
    Deed,
    Details,
    NotNow,
    Obstacle,
    Overtaken,
    Proof,
    Refused,
    Sentence,
    WrongDate,
    person_of,
)
from common.rights import Right

S = TypeVar("S", bound=models.Model)


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

    def obstacles(
        self, subject: S, kind: Deed, on: dt.date, by: Any = None
    ) -> tuple[Obstacle, ...]:
        """What is still missing for a deed done on that day, by whoever does it."""
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

    def entitles(self, subject: S, person: Any, right: Right, on: dt.date | None = None) -> bool:
        """Whether a person holds a right (or held it on a day past), for what is recorded on their
        behalf."""
        return False

    def is_behind(self, subject: S, kind: Deed) -> bool:
        """Whether the stages in which the deed is done lie behind."""
        return False

    def out_of_order(self, subject: S, kind: Deed, on: dt.date) -> tuple[Obstacle, ...]:
        """What in the order of days departs from the rule, asked only of what is already past."""
        return ()

    def known(
        self,
        subject: S,
        kind: Deed,
        act: "Act",
        by: Any,
        on: dt.date,
        decided_by: Any,
        proof: Proof,
        departs: bool,
    ) -> None:
        """Keep how an act is known that was recorded later, or for another."""

    def done(self, subject: S) -> None:
        """What follows from every deed, in its transaction."""

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
        happened: bool = False,
    ) -> Answer:
        """May `by` do this to `subject`? `judges` adds to those whose work the deed judges.

        `happened` asks for the record of what is already past: what would stand in the way today
        only warns then, unless it is impossible.
        """
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
        if not in_time and happened and kind.outlives:
            in_time = self.is_behind(subject, kind)
        day = on or clock.today()
        found = self.obstacles(subject, kind, day, by) if refusal is None and in_time else ()
        if happened:
            found = tuple(o if o.is_impossible else replace(o, is_warning=True) for o in found)
        return Answer(
            kind,
            refusal,
            in_time,
            tuple(o for o in found if not o.is_warning),
            tuple(o for o in found if o.is_warning),
            records,
            by=by,
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
        proof: Proof = DONE_HERE,
    ) -> Iterator[S]:
        """Do `kind` to `subject`: lock, ask, run the body, write the ledger, in one transaction.

        Yields the fresh, locked row; the caller's is stale. Raises Refused, NotNow, WrongDate or
        Overtaken, and then nothing has happened. `decided_by` is the person who decided when `by`
        only records it; own work is judged on both. `proof` says how it is known, and whether it
        is the record of what has already happened.
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
            warnings = self._admit(fresh, kind, by, on, decided_by, judged, reason, proof)
            check_day(on, not_before)
            yield fresh
            self.done(fresh)
            if reason.strip():
                self.departed(fresh, kind, act, by, on, reason, warnings)
            if proof.happened or (decided_by and decided_by.pk != person_of(by)):
                departs = proof.happened and bool(warnings)
                self.known(fresh, kind, act, by, on, decided_by, proof, departs)
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
        proof: Proof,
    ) -> tuple[Obstacle, ...]:
        """Let the deed through with its warnings, or raise what stands against it."""
        answer = self.ask(subject, kind, by, judges=judged, on=on, happened=proof.happened)
        if answer.refusal is not None:
            raise Refused(answer.refusal)
        warnings = list(answer.warnings)
        if proof.happened:
            warnings += self.out_of_order(subject, kind, on)
        if decided_by is not None:
            warnings += self._decider(subject, kind, decided_by, judged, on, proof.happened)
        if not answer.in_time:
            raise NotNow([NOT_AT_THIS_STAGE])
        if answer.for_another and decided_by is None:
            raise NotNow([WHO_DECIDED])
        if answer.obstacles:
            raise NotNow(answer.obstacles)
        if proof.happened and not (proof.is_enough if warnings else proof.how):
            raise NotNow([PROOF_WANTED])
        if warnings and not reason.strip():
            raise NotNow([REASON_WANTED, *warnings])
        return tuple(warnings)

    def _decider(
        self,
        subject: S,
        kind: Deed,
        decided_by: Any,
        judged: set[int],
        on: dt.date,
        happened: bool,
    ) -> Iterator[Obstacle]:
        """Refuse who may not decide this now; of who has decided already it is kept."""
        if decided_by.pk in judged:
            if not happened:
                raise Refused(OWN_WORK)
            yield JUDGED_OWN_WORK
        if not self.entitles(subject, decided_by, kind.may):
            if not happened:
                raise Refused(NOT_ENTITLED)
            if not self.entitles(subject, decided_by, kind.may, on):
                yield WAS_NOT_ENTITLED


def check_day(on: dt.date, not_before: dt.date | None) -> None:
    """An act is recorded with the day it happened: not in the future, not before what led to it."""
    if on > clock.today():
        raise WrongDate(_("The date is in the future. Enter the date on which this happened."))
    if not_before and on < not_before:
        raise WrongDate(
            _("The date is before the step that comes first. Correct whichever date is wrong.")
        )
