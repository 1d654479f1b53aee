"""Fixtures of the databases: the ordinary one, the world, and a clone for tests that commit."""

import os
from itertools import count

import pytest
from django.db import connection, transaction
from django.test import Client

from tests import databases
from tests.world import World, walk

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


@pytest.fixture
def world(worlds_clone, django_db_blocker):
    """Two boards with a review at every stage (tests.world). Rolled back after the test.

    Not together with `db`: a test stands in one database.
    """
    with django_db_blocker.unblock(), databases.within(worlds_clone), transaction.atomic():
        yield World()
        connection.check_constraints()
        transaction.set_rollback(True)


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
