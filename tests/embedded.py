"""PostgreSQL and Redis for one test run, where DATABASE_URL and REDIS_URL do not name others.

A plugin of its own (-p tests.embedded) because the settings are read before any conftest. Workers
of xdist inherit the addresses. Nothing is left behind, not even by a run that was killed.
"""

import contextlib
import os
import shutil
import subprocess

import pytest
from stack import keeper, places
from stack.children import Child
from stack.postgres import FASTER, OWNER, PostgreSQL
from stack.redis import Redis
from stack.system import no_chromium


class Services:
    """What this run has started, and how it ends."""

    def __init__(self) -> None:
        self.children: list[Child] = []
        self.keeper: subprocess.Popen[bytes] | None = None
        self.places = places.temporary()

    def start(self) -> None:
        if not os.environ.get("DATABASE_URL"):
            database = PostgreSQL(self.places, **FASTER)
            os.environ["DATABASE_URL"] = os.environ["DATABASE_OWNER_URL"] = database.url(OWNER)
            self.children.append(database)
        if not os.environ.get("REDIS_URL"):
            redis = Redis(self.places)
            os.environ["REDIS_URL"] = redis.url
            self.children.append(redis)
        self.keeper = keeper.begin(self.children[::-1], remove=self.places.data)
        for child in self.children:
            child.start()
        os.environ["CPRS_DATA"] = str(self.places.data)  # never the settings of a running demo

    def end(self) -> None:
        for child in reversed(self.children):
            child.stop()
        if self.keeper and self.keeper.stdin:
            with contextlib.suppress(BrokenPipeError):
                self.keeper.stdin.close()
            self.keeper.wait()
        shutil.rmtree(self.places.data, ignore_errors=True)


services = None
if "PYTEST_XDIST_WORKER" not in os.environ:
    services = Services()
    try:
        services.start()
    except BaseException:
        services.end()
        raise


def pytest_unconfigure() -> None:
    if services:
        services.end()


def pytest_runtest_setup(item: pytest.Item) -> None:
    if item.get_closest_marker("browser") and (reason := no_chromium()):
        pytest.fail(reason, pytrace=False)
