"""In which order tests run when several workers share them; hooks of tests/conftest.py.

The templates of tests.databases take a while to make. So each worker begins with the tests that
need no database; meanwhile the process that only hands out the tests makes the templates, when the
whole suite runs. Among those that need the same, what takes longest comes first: both end together.
"""

import contextlib
from threading import Thread
from typing import Any

import pytest
from django.db import connections
from pytest_django.plugin import blocking_manager_key

from tests import databases, demo
from tests.world import walk

TOGETHER = "tests/stack/test_server.py"  # they share one stack: all to the first worker
LONG = (
    "tests/journeys/",
    "tests/laws/test_matrix.py",
    "tests/laws/test_bad_input.py",
)


def workers(config: pytest.Config) -> int:
    """How many share the tests; 0 where nobody does."""
    given = getattr(config, "workerinput", {}).get("workercount")
    return int(given or config.getoption("numprocesses", None) or 0)


def needs(item: pytest.Item) -> int:
    """Which template, in the order in which they are made."""
    names = set(getattr(item, "fixturenames", ()))
    if names & {"seeded", "demos_clone"}:
        return 3
    if names & {"world", "worlds_clone", "own_clone"}:
        return 2
    return int(bool(names & {"db", "transactional_db"} or item.get_closest_marker("django_db")))


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Dealt out one by one; xdist gives each worker one pile, the smaller ones first."""
    if (piles := workers(config)) > 1:
        one = [item for item in items if item.nodeid.startswith(TOGETHER)]
        items[:] = [item for item in items if item not in one]
        items.sort(key=lambda item: (needs(item), not item.nodeid.startswith(LONG)))
        for number, item in enumerate(one):
            items.insert(number * piles + piles - 1, item)
        items[:] = [item for pile in reversed(range(piles)) for item in items[pile::piles]]


def make_templates(config: pytest.Config) -> None:
    """Ahead of the workers. What fails here fails there again, and is told there."""
    with config.stash[blocking_manager_key].unblock(), contextlib.suppress(Exception):
        databases.empty()
        databases.world(walk)
        demo.template()
        connections.close_all()


def pytest_sessionstart(session: pytest.Session) -> None:
    config: Any = session.config
    is_whole = config.args_source == config.ArgsSource.TESTPATHS
    if is_whole and workers(config) > 1 and not hasattr(config, "workerinput"):
        Thread(target=make_templates, args=[config], daemon=True).start()
