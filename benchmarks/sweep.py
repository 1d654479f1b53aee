"""Claiming what is due among very much that is not, and deriving everything anew; run by
benchmarks/sweep."""

import datetime as dt
import json
import os
import statistics
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from boards.models import Board
from common import clock
from deadlines.models import Outcome, Reached, Reminder, Timetable
from deadlines.services import derive
from desk.reminders.sweep import BATCH, claim
from guidance.editions import DEFAULT
from guidance.milestones import Milestone
from tests import databases
from tests.cast import make_board

OWED, DUE = int(os.environ.get("SWEEP_OWED", "100000")), int(os.environ.get("SWEEP_DUE", "1000"))
REVIEWS = int(os.environ.get("SWEEP_REVIEWS", "10000"))
ROUNDS = int(os.environ.get("SWEEP_ROUNDS", "9"))
A_BATCH = 500
AT_MOST = 2.0
BARE = """
    SELECT reminder.*, timetable.* FROM deadlines_reminder reminder
    JOIN deadlines_timetable timetable ON timetable.id = reminder.timetable_id
    WHERE reminder.settled_at IS NULL AND reminder.due_on <= %s AND timetable.board_id = %s
    ORDER BY reminder.due_on, reminder.id LIMIT %s
    FOR UPDATE OF reminder SKIP LOCKED
"""
SETTLE = "UPDATE deadlines_reminder SET settled_at = %s, outcome = 'sent' WHERE id = ANY(%s)"


@pytest.fixture
def many(django_db_setup: None, django_db_blocker: Any) -> Iterator[Board]:
    """Reminders that are owed, a few of them due, on timetables of one board."""
    name = databases.named("sweep")
    with django_db_blocker.unblock():
        databases.clone_of_empty(name)
        with databases.within(name):
            yield filled(make_board(), clock.today())
        databases.drop(name)


def filled(board: Board, today: dt.date) -> Board:
    timetables = Timetable.objects.bulk_create(
        Timetable(board=board, edition=DEFAULT, kind="concise") for _ in range(REVIEWS)
    )
    spread = OWED // DUE
    for begin in range(0, OWED, 20_000):
        Reminder.objects.bulk_create(
            Reminder(
                timetable=timetables[number % REVIEWS],
                limit="action_done",
                part=str(number),
                step="late",
                due_on=today - dt.timedelta(days=number % 9)
                if number % spread == 0
                else today + dt.timedelta(days=1 + number % 400),
            )
            for number in range(begin, min(begin + 20_000, OWED))
        )
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    return board


def claimed_by_us(board: Board, today: dt.date) -> int:
    total = 0
    while rows := claim([board.pk], today):
        ids = [row.pk for row in rows]
        Reminder.objects.filter(pk__in=ids).update(settled_at=clock.now(), outcome=Outcome.SENT)
        total += len(rows)
    return total


def claimed_barely(board: Board, today: dt.date) -> int:
    total = 0
    with connection.cursor() as cursor:
        while True:
            cursor.execute(BARE, [today, board.pk, BATCH])
            rows = cursor.fetchall()
            if not rows:
                return total
            cursor.execute(SETTLE, [clock.now(), [row[0] for row in rows]])
            total += len(rows)


def took(work: Callable[[Board, dt.date], int], board: Board, today: dt.date) -> float:
    with transaction.atomic():
        begun = time.perf_counter()
        assert work(board, today) == DUE
        passed = time.perf_counter() - begun
        transaction.set_rollback(True)
    return passed


def test_claiming_costs_little_more_than_its_sql(many: Board, settings: Any) -> None:
    settings.DEBUG = False
    today = clock.today()
    times: dict[Any, list[float]] = {claimed_by_us: [], claimed_barely: []}
    for turn in range(ROUNDS + 1):
        for work in list(times) if turn % 2 else reversed(list(times)):
            passed = took(work, many, today)
            if turn:  # the first round warms plans and pages
                times[work].append(passed)
    ours, bare = (statistics.median(times[work]) * 1000 for work in times)
    queries, seconds = rebuilt(many, today)
    answer = {
        "benchmark": "sweep",
        "owed": OWED,
        "due": DUE,
        "claim ms": round(ours, 1),
        "bare SQL ms": round(bare, 1),
        "ratio": round(ours / bare, 2),
        "at most": AT_MOST,
        "rebuilt reviews": REVIEWS,
        "rebuilding s": round(seconds, 1),
        "queries per batch": sorted(set(queries)),
    }
    within = ours / bare <= AT_MOST and len(set(queries)) == 1
    text = json.dumps(answer | {"within": within}, indent=2) + "\n"
    Path(os.environ.get("SWEEP_RESULT", os.devnull)).write_text(text)
    assert within, answer


def rebuilt(board: Board, today: dt.date) -> tuple[list[int], float]:
    """Every review forwarded, and all its deadlines derived: the queries of each batch."""
    rows = list(Timetable.objects.filter(board=board).order_by("pk"))
    Reminder.objects.all().delete()
    Reached.objects.bulk_create(
        Reached(
            timetable=row,
            milestone=Milestone.FORWARDED,
            on=today - dt.timedelta(days=number % 300),
            recorded_at=clock.now(),
        )
        for number, row in enumerate(rows)
    )
    queries: list[int] = []
    begun = time.perf_counter()
    for begin in range(0, len(rows), A_BATCH):
        with CaptureQueriesContext(connection) as asked:
            derive(rows[begin : begin + A_BATCH])
        queries.append(len(asked))
    return queries, time.perf_counter() - begun
