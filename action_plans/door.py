"""The door of one action: its owner comes in without the case, nobody verifies their own."""

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from action_plans import deeds
from action_plans.models import Action, Status
from boards.models import Person
from common.deeds import Answer, Deed, Obstacle, Sentence
from common.door import Door
from common.rights import Right
from reviews.confirming.keeping import keep
from reviews.models import Review
from reviews.permissions import May
from reviews.standing import standing_of, standing_of_person

ENDED = Obstacle("action_ended", _("The action is not open any more."))
NOT_COMPLETED = Obstacle("not_completed", _("The action is not recorded as completed."))
NOT_NATIONAL = Obstacle("not_national", _("The action is not a national one."))
RAISED = Obstacle("raised", _("It has already been recorded that this action was raised."))
NOT_FINAL = Obstacle("plan_not_final", _("The plan is not finalised yet."))

WANTED: dict[str, tuple[tuple[Status, ...], Obstacle]] = {
    deeds.CHANGE_ACTION.code: ((Status.OPEN,), ENDED),
    deeds.RECORD_PROGRESS.code: ((Status.OPEN, Status.COMPLETED), ENDED),
    deeds.COMPLETE.code: ((Status.OPEN,), ENDED),
    deeds.VERIFY.code: ((Status.COMPLETED,), NOT_COMPLETED),
    deeds.CARRY_OVER.code: ((Status.OPEN, Status.COMPLETED), ENDED),
    deeds.RAISE.code: ((Status.OPEN, Status.COMPLETED, Status.CARRIED_OVER), ENDED),
}


# Who owns an action neither verifies it nor lets it go.
JUDGING_ITS_OWNER = (deeds.VERIFY, deeds.CARRY_OVER)


def may(right: Right) -> May:
    """Every deed here rests on a right of the case."""
    assert isinstance(right, May)
    return right


class ActionDoor(Door[Action]):
    """Every obstacle here blocks: there is nothing left, or nothing yet, to do the deed to."""

    def scope(self, subject: Action) -> dict[str, int]:
        review = subject.plan.review
        return {"board": review.board_id, "review": review.pk}

    def stage(self, subject: Action) -> str:
        return str(subject.plan.review.stage)

    def refusal(self, subject: Action, kind: Deed, by: Any) -> Sentence | None:
        return standing_of(by, subject.plan.review).refusal(may(kind.may))

    def obstacles(
        self, subject: Action, kind: Deed, on: dt.date, by: Any = None
    ) -> tuple[Obstacle, ...]:
        statuses, obstacle = WANTED[kind.code]
        found = () if subject.status in statuses else (obstacle,)
        if kind is deeds.RAISE:
            raised = (RAISED,) if subject.raised_on else ()
            return (*found, *raised) if subject.is_national else (NOT_NATIONAL,)
        wants_final = kind in (deeds.COMPLETE, deeds.VERIFY)
        return (*found, NOT_FINAL) if wants_final and not subject.plan.is_final else found

    def capacity(self, subject: Action, by: Any, right: Right) -> str:
        standing = standing_of(by, subject.plan.review)
        return standing.capacity(may(right)) or standing.capacity(May.RECORD_FOR_OTHERS)

    def entitles(
        self, subject: Action, person: Person, right: Right, on: dt.date | None = None
    ) -> bool:
        return standing_of_person(person, subject.plan.review, on).may(may(right))

    def known(self, subject: Action, *of_the_act: Any) -> None:
        keep(subject.plan.review, *of_the_act)

    def ask(self, subject: Action, kind: Deed, by: Any, **words: Any) -> Answer:
        if kind in JUDGING_ITS_OWNER:
            words["judges"] = [subject.owner_id]
        return super().ask(subject, kind, by, **words)

    @contextmanager
    def deed(self, subject: Action, kind: Deed, **words: Any) -> Iterator[Action]:
        """As everywhere; the review is locked first, because closing it reads the actions."""
        with transaction.atomic():
            Review.objects.select_for_update(of=("self",), no_key=True).get(
                pk=subject.plan.review_id
            )
            if kind in JUDGING_ITS_OWNER:
                words["judges"] = [Action.objects.get(pk=subject.pk).owner_id]
            words.setdefault("details", {"number": subject.number})
            with super().deed(subject, kind, **words) as fresh:
                yield fresh


door = ActionDoor()
