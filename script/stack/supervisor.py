"""The supervisor: starts everything in order, watches it, and stops it in order.

Runs in the environment the set-up has made. Stopped are beat, web, worker, Redis, PostgreSQL, in
that order; started the other way round.
"""

import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from types import FrameType

from stack import ROOT, StackError, places, ports, programs, running, surroundings
from stack.asking import health, lives
from stack.children import Child
from stack.family import Family
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
        self.family: Family | None = None

    def run(self) -> int:
        held = running.take_over(self.data, self.address)
        ports.check_free(self.port)
        surroundings.fix_kind(self.data, self.mode)
        for number in ENDS:
            if signal.getsignal(number) != signal.SIG_IGN:  # nohup asked for that
                signal.signal(number, self.end)
        try:
            self.family = self.start(held)
            while True:
                time.sleep(0.2)
                self.family.tend()
        except EndAskedError:
            say("Stopping ...")
        finally:
            for number in ENDS:
                signal.signal(number, signal.SIG_IGN)
            if self.family:
                self.family.stop(tell=say)
            (self.data / "running.json").unlink(missing_ok=True)
            say("Stopped all.")
        return 0

    def end(self, _number: int, _frame: FrameType | None) -> None:
        for number in ENDS:  # once is enough; the stop itself is not to be cut short
            signal.signal(number, signal.SIG_IGN)
        raise EndAskedError

    def start(self, held: int) -> Family:
        """Everything, in order, until the site answers and all is well."""
        services: list[Child] = []
        addresses: dict[str, str] = {}
        if "DATABASE_URL" not in surroundings.given():
            database = PostgreSQL(self.places)
            addresses["DATABASE_URL"] = database.url(APPLICATION)
            addresses["DATABASE_OWNER_URL"] = database.url(OWNER)
            services.append(database)
        if "REDIS_URL" not in surroundings.given():
            redis = Redis(self.places)
            addresses["REDIS_URL"] = redis.url
            services.append(redis)
        values = surroundings.settings(self.data, self.mode, self.address, addresses)
        self.env = surroundings.full(self.data, values)
        site = [
            programs.worker(self.places, self.env),
            programs.web(self.places, self.env, self.port),
            programs.beat(self.places, self.env),
        ]
        self.family = family = Family(
            [*services, *site], inherit=[held], remove=self.places.sockets
        )
        for child in services:
            say(f"Starting {child.name} ...")
            family.begin(child)
        surroundings.write(self.data, values)
        self.manage("Preparing the database", "prepare_database", CPRS_AS_OWNER="1")
        self.load_demo()
        say("Starting web, worker and beat ...")
        for child in site:
            family.begin(child)
        accounts = self.demo_accounts()
        self.wait_until_ready(family)
        say(f"Ready: {self.address}")
        if accounts:
            say(accounts)
        return family

    def manage(self, title: str, command: str, **env: str) -> None:
        log = self.places.logs / f"{command}.log"
        run(title, [programs.PYTHON, "manage.py", command], log, env=self.env | env)

    def load_demo(self) -> None:
        """Once a data folder; the command itself can be run twice."""
        done = self.data / "demo-loaded"
        if self.mode == "demo" and has_command("seed_demo") and not done.exists():
            self.manage("Loading the fictional demo", "seed_demo")
            done.touch()

    def demo_accounts(self) -> str:
        if self.mode != "demo" or not has_command("demo_accounts"):
            return ""
        answer = subprocess.run(
            [programs.PYTHON, "manage.py", "demo_accounts"],
            cwd=ROOT,
            env=self.env,
            capture_output=True,
            text=True,
        )
        return answer.stdout.strip()

    def wait_until_ready(self, family: Family) -> None:
        """Raises StackError if a child dies first, or the site never answers."""
        until = time.monotonic() + READY_WITHIN
        answered = False
        while time.monotonic() < until:
            for child in family.dead():
                raise StackError(child.why())
            answered = answered or lives(self.address)
            if answered and not health(self.address):
                return
            time.sleep(0.2)
        if not answered:
            raise StackError(f"The site does not answer. See {self.places.logs}")
        warn(f"Not all is well yet: {health(self.address)}. See {self.places.logs}")


def has_command(name: str) -> bool:
    """Whether the project has that management command."""
    return any(ROOT.glob(f"*/management/commands/{name}.py"))


class EndAskedError(BaseException):
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
