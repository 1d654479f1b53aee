"""The supervisor: starts everything in order, watches it, and stops it in order.

Runs in the environment the set-up has made. Stopped are beat, web, worker, Redis, PostgreSQL, in
that order; started the other way round.
"""

import contextlib
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from types import FrameType

from stack import StackError, keeper, places, ports, programs, running, surroundings
from stack.asking import health, lives
from stack.children import Backoff, Child
from stack.postgres import APPLICATION, OWNER, PostgreSQL
from stack.progress import run, say, warn
from stack.redis import Redis

READY_WITHIN = 90.0
ENDS = (signal.SIGTERM, signal.SIGINT, signal.SIGHUP)


class Supervisor:
    """One stack on one data folder."""

    def __init__(self, port: int, data: Path, mode: str) -> None:
        self.port, self.mode = port, mode
        self.address = f"http://127.0.0.1:{port}/"
        self.places = places.find(data)
        self.data = self.places.data
        self.children: list[Child] = []  # in the order of starting
        self.backoffs: dict[str, Backoff] = {}
        self.keeper: subprocess.Popen[bytes] | None = None

    def run(self) -> int:
        self.held = running.take_over(self.data, self.address)
        ports.check_free(self.port)
        surroundings.fix_kind(self.data, self.mode)
        for number in ENDS:
            signal.signal(number, self.end)
        try:
            self.start()
            self.watch()
        except EndAsked:
            say("Stopping ...")
        finally:
            for number in ENDS:
                signal.signal(number, signal.SIG_IGN)
            self.stop()
        return 0

    def end(self, _number: int, _frame: FrameType | None) -> None:
        for number in ENDS:  # once is enough; the stop itself is not to be cut short
            signal.signal(number, signal.SIG_IGN)
        raise EndAsked

    # --- starting

    def start(self) -> None:
        services: list[Child] = []
        addresses: dict[str, str] = {}
        if "REDIS_URL" not in surroundings.given():
            redis = Redis(self.places)
            addresses["REDIS_URL"] = redis.url
            services.append(redis)
        if "DATABASE_URL" not in surroundings.given():
            database = PostgreSQL(self.places)
            addresses["DATABASE_URL"] = database.url(APPLICATION)
            addresses["DATABASE_OWNER_URL"] = database.url(OWNER)
            services.insert(0, database)
        values = surroundings.settings(self.data, self.mode, self.address, addresses)
        self.env = surroundings.full(self.data, values)
        site = [
            programs.worker(self.places, self.env),
            programs.web(self.places, self.env, self.port),
            programs.beat(self.places, self.env),
        ]
        last_first = [*services, *site][::-1]
        for child in last_first:
            child.clear()
        self.keeper = keeper.begin(last_first, inherit=[self.held])
        for child in services:
            say(f"Starting {child.name} ...")
            self.begin(child)
        surroundings.write(self.data, values)
        self.manage("Preparing the database", "prepare_database", CPRS_AS_OWNER="1")
        self.load_demo()
        say("Starting web, worker and beat ...")
        for child in site:
            self.begin(child)
        accounts = self.demo_accounts()
        self.wait_until_ready()
        say(f"Ready: {self.address}")
        if accounts:
            say(accounts)

    def begin(self, child: Child) -> None:
        self.children.append(child)
        self.backoffs[child.name] = Backoff(began=time.monotonic())
        child.start()

    def manage(self, title: str, *command: str, **env: str) -> None:
        log = self.places.logs / f"{command[0]}.log"
        call = [programs.PYTHON, "-m", "stack.optional", *command]
        run(title, call, log, env=self.env | {"PYTHONPATH": surroundings.OURS} | env)

    def load_demo(self) -> None:
        """Once a data folder; the command itself can be run twice."""
        done = self.data / "demo-loaded"
        if self.mode == "demo" and not done.exists():
            self.manage("Loading the fictional demo", "seed_demo")
            done.touch()

    def demo_accounts(self) -> str:
        if self.mode != "demo":
            return ""
        answer = subprocess.run(
            [programs.PYTHON, "-m", "stack.optional", "demo_accounts"],
            env=self.env | {"PYTHONPATH": surroundings.OURS},
            capture_output=True,
            text=True,
        )
        return answer.stdout.strip()

    def wait_until_ready(self) -> None:
        """Raises StackError if a child dies first, or the site never answers."""
        until = time.monotonic() + READY_WITHIN
        answered = False
        while time.monotonic() < until:
            for child in self.children:
                if child.died():
                    raise StackError(child.why())
            answered = answered or lives(self.address)
            if answered and not health(self.address):
                return
            time.sleep(0.1)
        if not answered:
            raise StackError(f"The site does not answer. See {self.places.logs}")
        warn(f"Not all is well yet: {health(self.address)}. See {self.places.logs}")

    # --- watching and stopping

    def watch(self) -> None:
        """Start again whoever dies, later each time; a keeper too."""
        while True:
            time.sleep(0.2)
            for child in self.children:
                backoff = self.backoffs[child.name]
                if child.died():
                    warn(child.why())
                    child.sweep()
                    warn(f"{child.name} starts again in {backoff.plan():.0f} s.")
                elif child.popen is None and time.monotonic() >= backoff.again_at:
                    backoff.began = time.monotonic()
                    try:
                        child.start()
                    except StackError as reason:
                        warn(str(reason))
                        child.sweep()
                        backoff.plan()
            if self.keeper and self.keeper.poll() is not None:
                self.keeper = keeper.begin(self.children[::-1], inherit=[self.held])

    def stop(self) -> None:
        for child in reversed(self.children):
            child.stop()
        if self.keeper and self.keeper.stdin:
            with contextlib.suppress(BrokenPipeError):
                self.keeper.stdin.close()
            self.keeper.wait()
        (self.data / "running.json").unlink(missing_ok=True)
        say("Stopped.")


class EndAsked(BaseException):
    """Somebody asked the stack to stop."""


def main(arguments: Sequence[str]) -> int:
    port, data, mode = arguments
    try:
        return Supervisor(int(port), Path(data), mode).run()
    except StackError as reason:
        warn(str(reason))
        return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
