"""PostgreSQL and Redis for one test run, where DATABASE_URL and REDIS_URL do not name others.

Tests speak as the superuser, so that they can show what even the owner cannot do. This is a plugin
of its own (-p tests.embedded) because the settings are read before any conftest. Workers of xdist
inherit the addresses. Nothing is left behind, not even by a run that was killed.
"""

import os

import pytest
from stack import ROOT, places
from stack.children import Child
from stack.family import Family
from stack.locks import folder_held
from stack.postgres import FASTER, SUPERUSER, PostgreSQL
from stack.redis import Redis
from stack.setup import compile_catalogue
from stack.style import wheels_folder
from stack.system import no_chromium


class Services:
    """What this run has started, and how it ends."""

    def __init__(self) -> None:
        self.places = places.temporary()
        children: list[Child] = []
        if not os.environ.get("DATABASE_URL"):
            database = PostgreSQL(self.places, **FASTER)
            os.environ["DATABASE_URL"] = os.environ["DATABASE_OWNER_URL"] = database.url(SUPERUSER)
            os.environ["CPRS_TEST_CLUSTER"] = "1"
            children.append(database)
        if not os.environ.get("REDIS_URL"):
            redis = Redis(self.places)
            os.environ["REDIS_URL"] = redis.url
            children.append(redis)
        os.environ["CPRS_DATA"] = str(self.places.data)  # never the settings of a running demo
        self.family = Family(children, remove=self.places.data)

    def start(self) -> None:
        with folder_held(ROOT):
            compile_catalogue()  # for whoever calls pytest without the set-up
        for child in self.family.children:
            self.family.begin(child)


# The Node.js that Playwright brings needs a library a bare Debian lacks; the wheel's does not.
os.environ.setdefault("PLAYWRIGHT_NODEJS_PATH", str(wheels_folder() / "bin" / "node"))

services = None
if "PYTEST_XDIST_WORKER" not in os.environ:
    services = Services()
    try:
        services.start()
    except BaseException:
        services.family.stop()
        raise


def pytest_unconfigure() -> None:
    if services:
        services.family.stop()


def pytest_runtest_setup(item: pytest.Item) -> None:
    if item.get_closest_marker("browser") and (reason := no_chromium()):
        pytest.fail(reason, pytrace=False)
