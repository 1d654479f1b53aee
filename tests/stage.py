"""Fixtures of the databases: the ordinary one, the world, and a clone for tests that commit."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from itertools import count

import pytest
from django.db import connection, transaction
from django.test import Client, override_settings

from tests import databases
from tests.world import TODAY, World, walk

numbers = count(1)


@pytest.fixture(scope="session")
def django_db_setup(django_test_environment, django_db_blocker):
    """In place of pytest-django's own: each worker clones the migrated template."""
    with django_db_blocker.unblock():
        before = connection.settings_dict["NAME"]
        databases.use(databases.clone_of_empty(databases.named(databases.WORKER)))
    yield
    with django_db_blocker.unblock():
        databases.use(before)
        if "PYTEST_XDIST_WORKER" in os.environ:
            databases.drop(databases.named(databases.WORKER))
        else:
            databases.drop_all()


@pytest.fixture(scope="session")
def worlds_clone(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock():
        return databases.clone_of_world(databases.named(f"{databases.WORKER}_world"), walk)


@contextmanager
def rolled_back(name: str) -> Iterator[None]:
    """A test's stay in a database that stands."""
    with databases.within(name), transaction.atomic():
        yield
        connection.check_constraints()
        transaction.set_rollback(True)


@pytest.fixture
def world(worlds_clone, django_db_blocker):
    """Two boards with a review at every stage (tests.world). Rolled back after the test.

    Not together with `db`: a test stands in one database.
    """
    with django_db_blocker.unblock(), rolled_back(worlds_clone):
        yield World()


@pytest.fixture(scope="session")
def database_with(django_db_setup, django_db_blocker):
    """`database_with("name", build)` is the worker's database in which `build` was called, once.

    For a folder of tests that all begin alike: its conftest overrides `db`.
    """

    @cache
    def standing(what: str, build: Callable[[], object]) -> str:
        name = databases.named(f"{databases.WORKER}_{what}")
        with django_db_blocker.unblock(), override_settings(DEMO_TODAY=TODAY):
            databases.clone_of_empty(name)
            with databases.within(name):
                build()
        return name

    return standing


@pytest.fixture
def own_clone(django_db_setup, django_db_blocker):
    """A world of the test's own, for tests that commit: races, browsers. It is thrown away."""
    name = databases.named(f"{databases.WORKER}_own{next(numbers)}")
    with django_db_blocker.unblock():
        databases.clone_of_world(name, walk)
        try:
            with databases.within(name):
                yield World()
        finally:
            databases.drop(name)


@pytest.fixture
def signed_in(settings):
    """`signed_in(user)` is that person's browser; without a user, a stranger's."""
    settings.SECOND_FACTOR_REQUIRED = False

    def browser(user=None) -> Client:
        client = Client()
        if user is not None:
            client.force_login(user, "boards.backends.EmailBackend")
        return client

    return browser
