"""The running deadlines as a paper for the sub-group: PDF, by the worker, in one language."""

import datetime as dt
import zlib
from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from boards.models import Board, User
from common import clock
from common.papers.makers import Paper, Subject
from common.templatetags.page import day
from desk.clocks.asked import WHEN, Asked, asked_by
from desk.clocks.running import (
    Clock,
    chosen,
    clocks_of,
    narrowed,
    open_among,
    rules_of,
    running_of,
)
from desk.clocks.taking import record_taking
from desk.verbs import Taken
from reviews.journey import Stage

KIND = "desk.deadlines"
AT_MOST = 600
"""Deadlines on one paper: some forty pages. It says so where there are more."""


def subject_of(user: Any, asked: Asked) -> dict[str, int]:
    """What the worker needs: numbers only. What somebody may read today goes with it, as a number
    that tells whether it is still the same."""
    board = Board.objects.filter(code=asked.board).values_list("pk", flat=True).first() or 0
    return {
        "by": user.pk,
        "on": clock.today().toordinal(),
        "board": board,
        "open": may_read(user),
        **asked.numbers(),
    }


def may_read(user: Any) -> int:
    """A number for the reviews that this person may read."""
    ids = sorted(running_of(user).order_by().values_list("pk", flat=True))
    return zlib.crc32(repr(ids).encode())


def asked_of(subject: Subject) -> Asked:
    code = Board.objects.filter(pk=subject["board"]).values_list("code", flat=True).first()
    user = User.objects.select_related("person").get(pk=subject["by"])
    running = open_among(running_of(user), Asked(), clock.today())
    rules = running.order_by().values_list("limit", flat=True).distinct()
    return asked_by(subject, code or "", rules if subject["rule"] else ())


def clocks_for(subject: Subject) -> list[Clock]:
    """What the asker may read, as of the day on which it was asked for."""
    user = User.objects.select_related("person").get(pk=subject["by"])
    asked, today = asked_of(subject), dt.date.fromordinal(subject["on"])
    rows = chosen(narrowed(running_of(user), asked, today), asked, today)
    return clocks_of(rows[: AT_MOST + 1], user, today)


def context(subject: Subject) -> Mapping[str, Any]:
    today = dt.date.fromordinal(subject["on"])
    clocks, asked = clocks_for(subject), asked_of(subject)
    boards = dict.fromkeys(str(each.review.board) for each in clocks)
    return {
        "reference": gettext("Running deadlines"),
        "boards": list(boards),
        "on": today,
        "today": today,
        "clocks": clocks[:AT_MOST],
        "is_cut": len(clocks) > AT_MOST,
        "late": sum(each.is_late for each in clocks[:AT_MOST]),
        "narrowing": narrowing(asked, clocks),
        "rules": rules_of(clocks[:AT_MOST]),
        "foot": gettext("Made on %(day)s") % {"day": day(today)},
        "made_on": today,
    }


def narrowing(asked: Asked, clocks: list[Clock]) -> list[str]:
    """What the paper leaves out, said on it."""
    said = [str(WHEN[asked.when])] if asked.when else []
    if asked.rule and clocks:
        said.append(clocks[0].date.label)
    if asked.stage:
        said.append(str(Stage(asked.stage).label))
    if asked.cause:
        said.append(gettext("One cause only"))
    return said


def may_have(user: Any, subject: Subject) -> bool:
    """The asker, on that day, while exactly the same reviews are open to them."""
    return bool(
        user.pk == subject["by"]
        and clock.today().toordinal() == subject["on"]
        and may_read(user) == subject["open"]
    )


def filename(subject: Subject) -> str:
    return f"running-deadlines-{dt.date.fromordinal(subject['on']).isoformat()}"


def record_download(user: Any, subject: Subject) -> None:
    record_taking(user, clocks_for(subject), Taken.PAPER)


DEADLINES = Paper(
    kind=KIND,
    label=_("Running deadlines"),
    template="pdf/deadlines.html",
    context=context,
    may=may_have,
    filename=filename,
    on_download=record_download,
)
