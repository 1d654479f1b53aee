"""Messages that were given up and are about no running case, and whose task each of them is.

It is the co-ordinators' of the board that the message says it is of; else of the boards on whose
list its reader stands; else of every board. Where a board has no co-ordinator it is that of whoever
manages its people. So none of them is nobody's.
"""

import datetime as dt
from collections.abc import Collection, Iterator
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from boards.models import Board, Holding, Listing, Office
from boards.permissions import MayBoard
from boards.standing import boards_where
from common import clock
from common.models import OutboxMessage
from desk.models import DigestLine, ToldOtherwise
from desk.sent.reading import failures_of
from reviews.journey import ENDS
from reviews.models import Review
from reviews.permissions import May
from reviews.querysets import visible_to
from reviews.rooms import Errand
from reviews.standing import standings_of

ASK = _("Ask whether it arrived: we do not know whether a message was delivered")
TELL = _("Tell them another way: a message was not delivered")


def boards_of(user: Any, today: dt.date) -> QuerySet[Board]:
    """The boards whose undelivered mail is this person's to see to."""
    managed = boards_where(user, MayBoard.MANAGE_PEOPLE)
    if not managed.exists():
        return managed
    held = Holding.objects.current(today).filter(office=Office.COORDINATOR)
    mine = held.filter(person__user=user).values("board")
    is_kept = Exists(held.filter(board=OuterRef("pk")))
    return managed.filter(Q(pk__in=mine) | ~is_kept)


def given_up(boards: Collection[int], today: dt.date) -> QuerySet[OutboxMessage]:
    """The messages about no case that reached nobody, and of which these boards are to be told."""
    told = ToldOtherwise.objects.filter(message=OuterRef("pk"))
    lines = DigestLine.objects.filter(message=OuterRef("pk"))
    listed = Listing.objects.current(today).filter(person=OuterRef("person"))
    return (
        OutboxMessage.objects.exclude(failed_at=None)
        .filter(
            Q(board__in=list(boards))
            | Q(board=None) & (Exists(listed.filter(board__in=list(boards))) | ~Exists(listed)),
            ~Exists(told),
            ~Exists(lines),
            case=None,
        )
        .defer("text", "html")
        .order_by("failed_at", "pk")
    )


def errands(user: Any, on: dt.date) -> Iterator[Errand]:
    """Each of them, and what was about a case that has ended since: nobody's desk shows that."""
    boards = {board.pk: board for board in boards_of(user, on)}
    if boards:
        for message in given_up(list(boards), on):
            board = boards.get(message.board or 0) or next(iter(boards.values()))
            url = reverse("desk:tell_of_board", args=[board.code, message.pk])
            yield Errand(board.prefix, ASK if message.is_unknown else TELL, url, day_of(message))
    yield from of_ended(user)


def of_ended(user: Any) -> Iterator[Errand]:
    failed = OutboxMessage.objects.exclude(failed_at=None).exclude(case=None)
    untold = failed.exclude(pk__in=ToldOtherwise.objects.values("message"))
    cases = {each for each in untold.values_list("case", flat=True) if each is not None}
    if not cases:
        return
    ended: list[Review] = list(visible_to(user).filter(pk__in=cases, stage__in=ENDS))
    standings = standings_of(user, ended)
    mine = [each for each in ended if standings[each.pk].may(May.KEEP_REMINDERS)]
    for review, message in failures_of(mine):
        url = reverse("desk:tell_otherwise", args=[review.slug, message.pk])
        sentence = ASK if message.is_unknown else TELL
        yield Errand(str(review.reference), sentence, url, day_of(message))


def day_of(message: OutboxMessage) -> dt.date:
    return (message.failed_at or message.created_at).astimezone(clock.WALES).date()
