"""The demo, loaded once a run by the real services into a template; each test is rolled back."""

import io

import pytest
from django.core.management import call_command
from django.db import transaction
from django.test import override_settings

from tests import databases

DEMO = {"MODE": "demo", "DEMO_TODAY": "2024-11-21"}
LOADED = databases.named("demo")


@pytest.fixture(autouse=True)
def demo_day(settings, fixed_day):
    settings.MODE, settings.DEMO_TODAY = DEMO["MODE"], DEMO["DEMO_TODAY"]


def seed() -> str:
    out = io.StringIO()
    call_command("seed_demo", stdout=out)
    return out.getvalue()


@pytest.fixture(scope="session")
def demos_clone(django_db_setup, django_db_blocker):
    """A database of the worker's own with the demo in it; the template's note is what loading it
    printed."""
    name = databases.named(f"{databases.WORKER}_demo")
    with django_db_blocker.unblock(), override_settings(**DEMO), databases.one_at_a_time():
        empty = databases.made(databases.named("empty"), "template1", databases.migrate)
        template = databases.made(LOADED, empty, lambda: databases.note(LOADED, seed()))
        databases.administer(f'CREATE DATABASE "{name}" TEMPLATE "{template}"')
    return name


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
