"""The demo, loaded once a run by the real services into a template; each test is rolled back."""

import pytest
from django.db import transaction

from tests import databases
from tests.demo import DEMO, LOADED, template


@pytest.fixture(autouse=True)
def demo_day(settings, fixed_day):
    settings.MODE, settings.DEMO_TODAY = DEMO["MODE"], DEMO["DEMO_TODAY"]


@pytest.fixture(scope="session")
def demos_clone(django_db_setup, django_db_blocker):
    """A database of the worker's own with the demo in it."""
    with django_db_blocker.unblock():
        return databases.clone(databases.named(f"{databases.WORKER}_demo"), template())


@pytest.fixture
def seeded(demos_clone, django_db_blocker):
    """What loading printed; the demo stands in the database until the test ends."""
    with (
        django_db_blocker.unblock(),
        databases.within(demos_clone),
        transaction.atomic(),
    ):
        yield databases.noted(LOADED)
        transaction.set_rollback(True)
