"""The benchmark of reminders, small: real PostgreSQL, Redis, worker, two beats and mail server,
each killed while obligations wait. benchmarks/reminders does the same with ten thousand."""

import subprocess
import time

import pytest
from django.conf import settings
from stack import places
from stack.postgres import SUPERUSER, programs

from benchmarks import fire

OWED = 60
FAULTS = {
    "kill_worker": 2,
    "restart_redis": 1,
    "flush_redis": 1,
    "crash_database": 1,
}


def bring_world(stack: fire.Stack, name: str) -> None:
    """The world as it was walked for this run, in the database that is to be shot at."""
    given = settings.DATABASES["default"]
    host = given["HOST"] or given["OPTIONS"].get("host", "")
    source = {"host": host, "port": given["PORT"], "user": given["USER"], "dbname": name}
    words = " ".join(f"{key}={value}" for key, value in source.items() if value)
    target = f"host={stack.database.socket} user={SUPERUSER} dbname=cprs"
    dump = subprocess.Popen(
        [programs() / "pg_dump", "--no-owner", "--no-privileges", words], stdout=subprocess.PIPE
    )
    command = [programs() / "psql", "-q", "-v", "ON_ERROR_STOP=1", target]
    subprocess.run(command, stdin=dump.stdout, stdout=subprocess.DEVNULL, check=True)
    assert dump.wait() == 0


@pytest.fixture(scope="module")
def after(worlds_clone):
    """What became of everything that was owed."""
    found = places.temporary()
    sink = fire.Sink(found.data / "accepted.jsonl", pause=0.03)
    stack = None
    try:
        sink.start()
        stack = fire.build(found, sink.address, {}, CPRS_TICK="1")
        stack.second_beat = fire.another(stack.beat, found)
        bring_world(stack, worlds_clone)
        owed = fire.owe(stack, OWED, walked=True)
        stack.start()
        fire.under_fire(stack, fire.planned(**FAULTS), owed + 2 * OWED, print, a_while=8)
        left = fire.wait(stack, time.monotonic(), print, hurried=True, within=120)
        yield fire.outcome(stack, sink) | {"seconds": left, "owed": owed}
    finally:
        if stack:
            stack.stop()
        sink.stop()
        fire.clear(found)


def test_whatever_is_killed_nothing_is_lost_and_all_is_sent(after):
    assert after["owed"] >= OWED
    assert after["obligations"] == after["owed"]
    assert after["lost"] == after["given up"] == 0
    assert after["seconds"] < 120


def test_copies_have_the_same_message_id(after):
    assert after["told again under another Message-ID"] == 0
    assert after["copies"] <= FAULTS["kill_worker"] + FAULTS["crash_database"]


def test_greylisting_was_met_on_the_way(after):
    assert after["messages"] >= OWED
    assert after["put off by greylisting"] > 0
