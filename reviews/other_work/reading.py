"""Which other work somebody may see, and its history."""

from typing import Any

from django.db.models import QuerySet

from audit.history import Day, history_of
from boards.models import Board, Holding
from common import clock
from reviews import journey
from reviews.case.telling import capacities, persons, users
from reviews.models import Forum, OtherWork, Review
from reviews.permissions import BY_OFFICE, May
from reviews.querysets import SEEING_OFFICES, visible_to

TARGET = OtherWork._meta.label_lower
KEEPING_OFFICES = [who for who, rights in BY_OFFICE.items() if May.KEEP_OTHER_WORK in rights]


def work_visible_to(user: Any) -> QuerySet[OtherWork]:
    """The other work of the boards whose cases this person reads by office."""
    works: QuerySet[OtherWork] = OtherWork.objects.select_related("board", "lead")
    person = getattr(user, "person", None)
    if not user.is_active or person is None:
        return works.none()
    held = Holding.objects.current(clock.today()).filter(person=person, office__in=SEEING_OFFICES)
    return works.filter(board__in=held.values("board"))


def boards_keeping(user: Any) -> QuerySet[Board]:
    """The boards whose other work this person keeps."""
    held = Holding.objects.current(clock.today()).filter(
        person__user=user, office__in=KEEPING_OFFICES
    )
    return Board.objects.filter(pk__in=held.values("board"))


def forum_of(work: OtherWork) -> Forum | None:
    return Forum.objects.filter(work=work).first()


def cases_for(user: Any, board: Board) -> QuerySet[Review]:
    """The cases that other work may follow from or become: none that the reader may not open."""
    return visible_to(user).filter(board=board).order_by("-year", "-number")


def followed_cases(user: Any, board: Board) -> QuerySet[Review]:
    """Those that were decided to be something other than a review."""
    ends = [journey.Stage.FORUM, journey.Stage.ANOTHER_LEADS, journey.Stage.CONVERTED]
    return cases_for(user, board).filter(stage__in=[*ends, journey.Stage.NO_REVIEW])


def days_of_work(work: OtherWork) -> list[Day]:
    """What was done with it, newest day first."""
    return history_of(TARGET, work.pk, names=users, persons=persons, capacities=capacities())
