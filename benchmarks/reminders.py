"""Obligations under fire: what is owed today reaches a real mail server while everything that
carries it is killed in turn. Run by benchmarks/reminders."""

import argparse
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psycopg2
from stack import ROOT, StackError, places
from stack.children import Child
from stack.keys import secret_files
from stack.postgres import SUPERUSER, PostgreSQL
from stack.programs import beat, worker
from stack.redis import Redis

TODAY = "2026-03-02"  # a working day
QUIET = 300  # seconds within which everything has left after the last fault
SETTLED = "SELECT count(*) FROM common_outboxmessage WHERE sent_at IS NOT NULL"
PASSED = "SELECT count(*) FROM deadlines_reminder WHERE settled_at IS NOT NULL"
OPEN = f"""
    SELECT (SELECT count(*) FROM deadlines_reminder
            WHERE settled_at IS NULL AND due_on <= '{TODAY}')
         + (SELECT count(*) FROM desk_digestline
            WHERE message_id IS NULL AND dropped_at IS NULL AND ready_on <= '{TODAY}')
         + (SELECT count(*) FROM common_outboxmessage
            WHERE sent_at IS NULL AND failed_at IS NULL)
"""
# Every obligation that was owed, with the Message-ID under which it left.
TOLD = """
    SELECT owed.id, message.message_id
    FROM owed_today owed
    LEFT JOIN desk_digestline line ON line.reminder_id = owed.id
    LEFT JOIN common_outboxmessage message ON message.id = line.message_id
"""


@dataclass
class Stack:
    """What carries a reminder: database, broker, worker, beat, and the mail server at the end."""

    database: PostgreSQL
    redis: Redis
    env: dict[str, str]
    worker: Child
    beat: Child

    def kill_worker(self) -> None:
        """The whole of it at once, as the machine would."""
        end(self.worker, signal.SIGKILL)
        self.worker.start()

    def restart_redis(self) -> None:
        """It keeps nothing: every message that waited in it is gone."""
        end(self.redis, signal.SIGKILL)
        self.redis.start()

    def crash_database(self) -> None:
        """As `pg_ctl stop -m immediate`: no goodbye, recovery from the log at the next start."""
        end(self.database, signal.SIGQUIT)
        self.database.start()

    def ask(self, query: str) -> int:
        with self.database.connect(SUPERUSER, "cprs") as line, line.cursor() as cursor:
            cursor.execute(query)
            row = cursor.fetchone()
            return int(row[0]) if row else 0


def end(child: Child, how: signal.Signals) -> None:
    if child.popen is None:
        return
    if how is signal.SIGKILL:
        os.killpg(child.popen.pid, how)
    else:
        child.popen.send_signal(how)
    child.popen.wait()
    child.sweep()


def options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="benchmarks/reminders")
    parser.add_argument("--count", type=int, default=10_000)
    parser.add_argument("--kills", type=int, default=50)
    parser.add_argument("--redis-restarts", type=int, default=5)
    parser.add_argument("--crashes", type=int, default=5)
    parser.add_argument("--smtp", default="")
    parser.add_argument("--keep", action="store_true")
    return parser.parse_args()


def say(what: str) -> None:
    print(what, file=sys.stderr, flush=True)


def forgetful(found: places.Places) -> Redis:
    redis = Redis(found)
    at = redis.command.index("--appendonly") + 1
    redis.command[at] = "no"
    return redis


def build(found: places.Places, smtp: str) -> Stack:
    database, redis = PostgreSQL(found), forgetful(found)  # fsync as in production: on
    database.start()
    redis.start()
    env = {
        **os.environ,
        **secret_files(found.data),
        "CPRS_MODE": "demo",
        "CPRS_DEMO_TODAY": TODAY,
        "CPRS_BASE_URL": "http://localhost/",
        "CPRS_DATA": str(found.data),
        "DATABASE_URL": database.url(SUPERUSER),
        "DATABASE_OWNER_URL": database.url(SUPERUSER),
        "REDIS_URL": redis.url,
        "EMAIL_URL": f"smtp://{smtp}",
        "DJANGO_SETTINGS_MODULE": "cprs.settings",
        "PYTHONPATH": f"{ROOT}{os.pathsep}{ROOT / 'script'}",
    }
    return Stack(database, redis, env, worker(found, env), beat(found, env))


def fill(stack: Stack, count: int) -> int:
    """The rows, by a process of its own: this one never opens the house."""
    words = f"main({count}, dt.date.fromisoformat({TODAY!r}))"
    code = f"import datetime as dt; from benchmarks.obligations import main; {words}"
    made = subprocess.run(
        [sys.executable, "manage.py", "shell", "-v0", "-c", code],
        env=stack.env,
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    return int(made.stdout.split()[-1])


def faults(given: argparse.Namespace) -> list[str]:
    """In an order that is the same in every run, spread over the work."""
    named = {"kill_worker": given.kills, "restart_redis": given.redis_restarts}
    named["crash_database"] = given.crashes
    found = [name for name, times in named.items() for _ in range(times)]
    random.Random(2026).shuffle(found)
    return found


def progress(stack: Stack) -> int:
    try:
        return stack.ask(PASSED) + stack.ask(SETTLED)
    except psycopg2.Error:
        return -1


def under_fire(stack: Stack, planned: list[str], whole: int) -> None:
    """A fault each time another share of the work is done, or a while has passed without."""
    begun = progress(stack)
    for number, fault in enumerate(planned, 1):
        until = time.monotonic() + 15
        share = begun + number * whole // (len(planned) + 1)
        while progress(stack) < share and time.monotonic() < until:
            time.sleep(0.2)
        say(f"{number:3d} {fault} at {progress(stack) - begun} of {whole}")
        getattr(stack, fault)()


def wait(stack: Stack, since: float) -> float:
    """Seconds from the last fault until nothing is owed any more; gives up after 15 minutes."""
    told = since
    while (left := stack.ask(OPEN)) and time.monotonic() - since < 900:
        if time.monotonic() - told > 20:
            say(f"    {left} still owed")
            told = time.monotonic()
        time.sleep(0.5)
    return time.monotonic() - since


def outcome(stack: Stack, kept: Path | None) -> dict[str, Any]:
    with stack.database.connect(SUPERUSER, "cprs") as line, line.cursor() as cursor:
        cursor.execute(TOLD)
        told = cursor.fetchall()
        cursor.execute("SELECT message_id FROM common_outboxmessage WHERE sent_at IS NOT NULL")
        marked = {number for (number,) in cursor.fetchall()}
        cursor.execute("SELECT count(*) FROM common_outboxmessage WHERE failed_at IS NOT NULL")
        failed = cursor.fetchone()
    lines = [json.loads(each) for each in kept.read_text().splitlines()] if kept else []
    accepted = Counter(each["id"] for each in lines if each["accepted"])
    arrived = set(accepted) if kept else marked
    numbers: dict[int, set[str]] = {}
    for owed, number in told:
        numbers.setdefault(owed, set()).add(number)
    lost = [owed for owed, them in numbers.items() if not them or not them <= arrived]
    copies = sum(times - 1 for times in accepted.values())
    return {
        "obligations": len(numbers),
        "messages": len(accepted) if kept else len(marked),
        "put off by greylisting": sum(not each["accepted"] for each in lines),
        "lost": len(lost),
        "copies": copies,
        "copies per message": round(copies / max(1, len(accepted)), 5),
        "given up": failed[0] if failed else 0,
    }


def main() -> int:
    given = options()
    found = places.temporary()
    places.owned_folder(found.data / "beat")
    kept = None if given.smtp else found.data / "accepted.jsonl"
    sink = None
    smtp = given.smtp
    if kept:
        sink = subprocess.Popen(
            [sys.executable, "-m", "benchmarks.sink", str(kept)], cwd=ROOT, stdout=subprocess.PIPE
        )
        assert sink.stdout
        smtp = f"127.0.0.1:{int(sink.stdout.readline())}"
    stack = build(found, smtp)
    try:
        say("Filling the database ...")
        owed = fill(stack, given.count)
        say(f"{owed} reminders are owed today.")
        began = time.monotonic()
        stack.worker.start()
        stack.beat.start()
        under_fire(stack, faults(given), owed + given.count)
        last = time.monotonic()
        after = wait(stack, last)
        answer = outcome(stack, kept) | {
            "kills": given.kills,
            "redis restarts": given.redis_restarts,
            "database crashes": given.crashes,
            "seconds under fire": round(last - began),
            "seconds after the last fault": round(after),
        }
    finally:
        for child in (stack.beat, stack.worker, stack.redis, stack.database):
            child.stop()
        if sink:
            sink.terminate()
        if not given.keep:
            places_gone(found)
    within = (
        answer["lost"] == 0
        and answer["copies per message"] <= 0.001
        and answer["seconds after the last fault"] <= QUIET
    )
    print(json.dumps({"benchmark": "reminders", "within": within} | answer, indent=2))
    return 0 if within else 1


def places_gone(found: places.Places) -> None:
    for folder in (found.cluster, found.sockets, found.data):
        shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    try:
        sys.exit(main())
    except StackError as reason:
        sys.exit(str(reason))
