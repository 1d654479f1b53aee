"""Obligations under fire: what is owed today reaches a real mail server while everything that
carries it is killed in turn. Run by benchmarks/reminders."""

import argparse
import json
import os
import platform
import subprocess
import sys
import time
from typing import Any

from stack import ROOT, StackError, places
from stack.keys import secret_files

from benchmarks import fire

QUIET = 300  # seconds within which everything has left after the last fault
GIVES_UP = 900
AT_MOST = 0.001  # copies a message


def options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="benchmarks/reminders")
    parser.add_argument("--count", type=int, default=10_000)
    parser.add_argument("--kills", type=int, default=50)
    parser.add_argument("--redis-restarts", type=int, default=5)
    parser.add_argument("--crashes", type=int, default=5)
    parser.add_argument("--smtp", default="", metavar="HOST:PORT")
    parser.add_argument("--keep", action="store_true")
    return parser.parse_args()


def say(what: str) -> None:
    print(what, file=sys.stderr, flush=True)


def where() -> dict[str, Any]:
    """On what it was measured."""
    git = ["git", "-C", str(ROOT)]
    head = subprocess.run([*git, "rev-parse", "--short=10", "HEAD"], capture_output=True, text=True)
    changed = subprocess.run(
        [*git, "status", "--porcelain", "-uno"], capture_output=True, text=True
    )
    return {
        "date": time.strftime("%Y-%m-%d", time.gmtime()),
        "commit": head.stdout.strip() + ("+" if changed.stdout.strip() else ""),
        "machine": f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores,"
        f" Python {platform.python_version()}",
    }


def main() -> int:
    given = options()
    found = places.temporary()
    sink = None if given.smtp else fire.Sink(found.data / "accepted.jsonl")
    stack = None
    try:
        if sink:
            sink.start()
        stack = fire.build(found, sink.address if sink else given.smtp, secret_files(found.data))
        say("Filling the database ...")
        owed = fire.owe(stack, given.count)
        say(f"{owed} reminders are owed today.")
        began = time.monotonic()
        stack.start()
        faults = fire.planned(
            kill_worker=given.kills,
            restart_redis=given.redis_restarts,
            crash_database=given.crashes,
        )
        fire.under_fire(stack, faults, owed + 2 * given.count, say)
        last = time.monotonic()
        after = fire.wait(stack, last, say, hurried=False, within=GIVES_UP)
        answer = fire.outcome(stack, sink)
    finally:
        if stack:
            stack.stop()
        if sink:
            sink.stop()
        if not given.keep:
            fire.clear(found)
    answer |= {
        "kills": given.kills,
        "redis restarts": given.redis_restarts,
        "database crashes": given.crashes,
        "seconds under fire": round(last - began),
        "seconds after the last fault": round(after),
    }
    within = (
        answer["lost"] == 0
        and answer["given up"] == 0
        and answer["told again under another Message-ID"] == 0
        and (answer["copies per message"] or 0) <= AT_MOST
        and answer["seconds after the last fault"] <= QUIET
    )
    result = {"benchmark": "reminders", "within": within} | where() | answer
    print(json.dumps(result, indent=2))
    return 0 if within else 1


if __name__ == "__main__":
    try:
        sys.exit(main())
    except StackError as reason:
        sys.exit(str(reason))
