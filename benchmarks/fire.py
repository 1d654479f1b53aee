"""The house under fire: database, broker, worker, beat and a mail server at the end, all real, and
each of them killed in turn. The benchmark and the suite's small version of it stand on this."""

import json
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import psycopg2
from redis import Redis as Client
from stack import ROOT, places
from stack.children import Child
from stack.postgres import SUPERUSER, PostgreSQL
from stack.programs import beat, worker
from stack.redis import Redis

TODAY = "2026-03-02"  # a working day
A_WHILE = 20  # seconds after which the next fault comes, whether or not anything was done meanwhile
SETTLED = "SELECT count(*) FROM common_outboxmessage WHERE sent_at IS NOT NULL"
WRITTEN = "SELECT count(*) FROM common_outboxmessage"
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
# The minutes of leases and waits, passed at once: the suite has no time for them.
PASS_TIME = """
    UPDATE common_outboxmessage
    SET queued_at = least(queued_at, now()), due_at = greatest(queued_at, least(due_at, now())),
        claimed_until = least(claimed_until, now())
    WHERE sent_at IS NULL AND failed_at IS NULL
"""


@dataclass
class Sink:
    """The mail server: it survives everything, and keeps what it has accepted."""

    file: Path
    pause: float = 0  # seconds it takes for each message
    popen: subprocess.Popen[bytes] | None = None
    address: str = ""

    def start(self) -> None:
        command = [sys.executable, "-m", "benchmarks.sink", str(self.file), "0"]
        command += [str(self.pause)]
        self.popen = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE)
        assert self.popen.stdout
        self.address = f"127.0.0.1:{int(self.popen.stdout.readline())}"

    def stop(self) -> None:
        if self.popen:
            self.popen.terminate()
            self.popen.wait()

    def lines(self) -> list[dict[str, Any]]:
        return [json.loads(each) for each in self.file.read_text().splitlines()]


class Forgetful(Redis):
    """Redis that keeps nothing: with it goes every message that waited in it."""

    def __init__(self, found: places.Places) -> None:
        super().__init__(found)
        self.command[self.command.index("--appendonly") + 1] = "no"


@dataclass
class Stack:
    """What carries a reminder."""

    database: PostgreSQL
    redis: Redis
    env: dict[str, str]
    worker: Child
    beat: Child
    second_beat: Child | None = None

    def start(self) -> None:
        """The worker, and whatever beats for it."""
        for child in (self.worker, self.beat, self.second_beat):
            if child:
                child.start()

    def kill_worker(self) -> None:
        """The whole of it at once, as the machine would."""
        end(self.worker, signal.SIGKILL)
        self.worker.start()

    def restart_redis(self) -> None:
        end(self.redis, signal.SIGKILL)
        self.redis.start()

    def flush_redis(self) -> None:
        """FLUSHALL while it is used."""
        with Client(unix_socket_path=str(self.redis.socket)) as line:
            line.flushall()

    def stop_redis_for_a_while(self) -> None:
        """Nothing wakes anything; what is owed waits in the database."""
        self.redis.stop()
        time.sleep(2)
        self.redis.start()

    def crash_database(self) -> None:
        """As `pg_ctl stop -m immediate`: no goodbye, recovery from the log at the next start."""
        end(self.database, signal.SIGQUIT)
        self.database.start()

    def ask(self, query: str) -> int:
        with self.database.connect(SUPERUSER, "cprs") as line, line.cursor() as cursor:
            cursor.execute(query)
            row = cursor.fetchone() if cursor.description else None
            return int(row[0]) if row else 0

    def manage(self, code: str) -> str:
        """What Python says in a process of its own: this one never opens that house."""
        made = subprocess.run(
            [sys.executable, "manage.py", "shell", "-v0", "-c", code],
            env=self.env,
            cwd=ROOT,
            stdout=subprocess.PIPE,
            text=True,
            check=True,
        )
        return made.stdout

    def stop(self) -> None:
        """No goodbyes: everything goes with its data."""
        for child in (self.second_beat, self.beat, self.worker, self.redis, self.database):
            if child:
                end(child, signal.SIGKILL)


def end(child: Child, how: signal.Signals) -> None:
    if child.popen is None:
        return
    if how is signal.SIGKILL:
        os.killpg(child.popen.pid, how)
    else:
        child.popen.send_signal(how)
    child.popen.wait()
    child.sweep()


def build(found: places.Places, smtp: str, secrets: Mapping[str, str], **more: str) -> Stack:
    """Database and Redis answer; worker and beat are not started yet."""
    places.owned_folder(found.data / "beat")
    database, redis = PostgreSQL(found), Forgetful(found)  # fsync as in production: on
    database.start()
    redis.start()
    env = {
        **os.environ,
        **secrets,
        "CPRS_MODE": "demo",
        "CPRS_DEMO_TODAY": TODAY,
        "CPRS_BASE_URL": "http://localhost/",
        "CPRS_DATA": str(found.data),
        "CPRS_REMIND_FROM_HOUR": "0",
        "DATABASE_URL": database.url(SUPERUSER),
        "DATABASE_OWNER_URL": database.url(SUPERUSER),
        "REDIS_URL": redis.url,
        "EMAIL_URL": f"smtp://{smtp}",
        "DJANGO_SETTINGS_MODULE": "cprs.settings",
        "PYTHONPATH": f"{ROOT}{os.pathsep}{ROOT / 'script'}",
        **more,
    }
    return Stack(database, redis, env, worker(found, env), beat(found, env))


def another(first: Child, places_of: places.Places) -> Child:
    """A second one beside the first, by mistake."""
    command = [f"{each}-2" if each.endswith("schedule") else each for each in first.command]
    return replace(
        first,
        name=f"second {first.name}",
        command=command,
        lock=places_of.lock(f"{first.name}-2"),
        log=first.log.with_suffix(".2.log"),
    )


def owe(stack: Stack, count: int, *, walked: bool = False) -> int:
    """So many people who are owed a reminder today. How many reminders are due."""
    what = f"main({count}, dt.date.fromisoformat({TODAY!r}), walked={walked})"
    said = stack.manage(f"import datetime as dt; from benchmarks.obligations import main; {what}")
    return int(said.split()[-1])


def planned(**times: int) -> list[str]:
    """The faults, in an order that is the same in every run."""
    found = [name for name, number in times.items() for _ in range(number)]
    random.Random(2026).shuffle(found)
    return found


def progress(stack: Stack) -> int:
    """Of every obligation: passed on, written, sent."""
    try:
        return stack.ask(PASSED) + stack.ask(WRITTEN) + stack.ask(SETTLED)
    except psycopg2.Error:
        return -1


def under_fire(
    stack: Stack,
    faults: list[str],
    whole: int,
    say: Callable[[str], object],
    a_while: float = A_WHILE,
) -> None:
    """A fault each time another share of the work is done, or a while has passed without."""
    begun = progress(stack)
    for number, fault in enumerate(faults, 1):
        until = time.monotonic() + a_while
        share = begun + number * whole // (len(faults) + 1)
        while progress(stack) < share and time.monotonic() < until:
            time.sleep(0.1)
        say(f"{number:3d} {fault} at {progress(stack) - begun} of {whole}")
        getattr(stack, fault)()


def wait(
    stack: Stack, since: float, say: Callable[[str], object], *, hurried: bool, within: float
) -> float:
    """Seconds from the last fault until nothing is owed any more; gives up in the end."""
    told = since
    while (left := stack.ask(OPEN)) and time.monotonic() - since < within:
        if hurried:
            stack.ask(PASS_TIME)
        if time.monotonic() - told > 20:
            say(f"    {left} still owed")
            told = time.monotonic()
        time.sleep(0.5)
    return time.monotonic() - since


def outcome(stack: Stack, sink: Sink | None) -> dict[str, Any]:
    """What became of every obligation. Without our own sink only what left is known."""
    with stack.database.connect(SUPERUSER, "cprs") as line, line.cursor() as cursor:
        cursor.execute(TOLD)
        told = cursor.fetchall()
        cursor.execute("SELECT message_id FROM common_outboxmessage WHERE sent_at IS NOT NULL")
        marked = {number for (number,) in cursor.fetchall()}
        cursor.execute("SELECT count(*) FROM common_outboxmessage WHERE failed_at IS NOT NULL")
        failed = cursor.fetchone()
    lines = sink.lines() if sink else []
    accepted = Counter(each["id"] for each in lines if each["accepted"])
    numbers: dict[int, set[str]] = {}
    for owed, number in told:
        numbers.setdefault(owed, set()).add(number)
    arrived = set(accepted) if sink else marked
    readers = {(to, each["id"]) for each in lines if each["accepted"] for to in each["to"]}
    copies = sum(accepted.values()) - len(accepted)
    return {
        "obligations": len(numbers),
        "messages": len(arrived),
        "put off by greylisting": sum(not each["accepted"] for each in lines),
        "lost": sum(not them or not them <= arrived for them in numbers.values()),
        "copies": copies if sink else None,
        "copies per message": round(copies / max(1, len(accepted)), 5) if sink else None,
        "told again under another Message-ID": len(readers) - len({to for to, _ in readers}),
        "given up": failed[0] if failed else 0,
    }


def clear(found: places.Places) -> None:
    for folder in (found.cluster, found.sockets, found.data):
        shutil.rmtree(folder, ignore_errors=True)
