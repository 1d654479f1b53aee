"""The demo, loaded once for a module by the real services and rolled back after it."""

import io

import pytest
from django.core.management import call_command
from django.db import transaction
from django.test import override_settings

DEMO = {"MODE": "demo", "DEMO_TODAY": "2024-11-21"}


@pytest.fixture(autouse=True)
def demo_day(settings, fixed_day):
    settings.MODE, settings.DEMO_TODAY = DEMO["MODE"], DEMO["DEMO_TODAY"]


def seed() -> str:
    out = io.StringIO()
    call_command("seed_demo", stdout=out)
    return out.getvalue()


@pytest.fixture(scope="package")
def loaded(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock(), override_settings(**DEMO), transaction.atomic():
        yield seed()
        transaction.set_rollback(True)


@pytest.fixture
def seeded(loaded, django_db_blocker):
    with django_db_blocker.unblock(), transaction.atomic():
        yield loaded
        transaction.set_rollback(True)
